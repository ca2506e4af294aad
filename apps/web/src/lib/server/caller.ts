import { createCaller } from '@govexport/router';
import { openDataset } from '@govexport/router/node';
import { computing, tellOfBusyHost } from './hosting.ts';
import { releases } from './releases.ts';
import { settings } from './settings.ts';

/** The dataset of the site, opened once. */
export const dataset = openDataset(settings.datasetFolder);

const context = { dataset, ...(settings.datasetFolder === undefined && { releases }) };

/** The one way to records and statistics. */
export const caller = createCaller(() => ({ ...context, compute: computing() }), {
  onError: ({ error }) => tellOfBusyHost(error),
});
