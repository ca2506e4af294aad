import { createCaller } from '@govexport/router';
import { openDataset } from '@govexport/router/node';
import { citableAddress } from '@govexport/schema';
import { computing, tellOfBusyHost } from './hosting.ts';
import { releases } from './releases.ts';
import { settings } from './settings.ts';

/** The dataset of the site, opened once. */
export const dataset = openDataset(settings.datasetFolder);

/** Where the site is, for citations of a dataset that has no address of its own. */
export const servedAt = citableAddress(settings.origin);

const context = { dataset, served_at: servedAt, ...(settings.datasetFolder === undefined && { releases }) };

/** The one way to records and statistics. */
export const caller = createCaller(() => ({ ...context, compute: computing() }), {
  onError: ({ error }) => tellOfBusyHost(error),
});
