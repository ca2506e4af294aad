import { createCaller } from '@govexport/router';
import { openDataset } from '@govexport/router/node';
import { releases } from './releases.ts';
import { settings } from './settings.ts';

/** The dataset of the site, opened once. */
export const dataset = openDataset(settings.datasetFolder);

/** The one way to records and statistics. */
export const caller = createCaller({ dataset, ...(settings.datasetFolder === undefined && { releases }) });
