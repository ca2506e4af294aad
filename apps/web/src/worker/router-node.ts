import { changes, dataset, jsonLd } from 'opened-dataset';

// What `@govexport/router/node` offers, from the file of the worker.
export const openDataset = () => dataset;
export const publishedChanges = () => changes;
export const publishedJsonLd = () => jsonLd;
