export { DatasetError } from './dataset-error.ts';
export { PlaceError } from './place-error.ts';
export { expectDatasetFolder, validateFolder, type Validation } from './validation/validate-folder.ts';
export { warningKinds, warningsOf, type Warning } from './validation/warnings.ts';
