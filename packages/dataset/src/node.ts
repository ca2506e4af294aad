export { loadDataset } from './index.ts';
export { DatasetError } from './dataset-error.ts';
export { readDataset } from './read-dataset.ts';
export { readDatasetFiles, type FolderFiles } from './read-dataset-files.ts';
export { readUsTrainings } from './read-us-trainings.ts';
export { readPublishedFile } from './read-published-file.ts';
