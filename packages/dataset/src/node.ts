export { loadDataset } from './index.ts';
export { DatasetError } from './dataset-error.ts';
export { readDataset } from './read-dataset.ts';
export { readDatasetFiles } from './read-dataset-files.ts';
