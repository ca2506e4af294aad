export { DatasetError } from './dataset-error.ts';
export { derivedFiles, type DerivedFile } from './derived/derived-files.ts';
export { distributedFiles, type DistributedFiles } from './derived/distributed-files.ts';
export { unpublished, type Publication } from './derived/publication.ts';
export { PlaceError } from './place-error.ts';
export { expectDatasetFolder, validateFolder, type Validation } from './validation/validate-folder.ts';
export { warningKinds, warningsOf, type Warning } from './validation/warnings.ts';
