export { DatasetError } from './dataset-error.ts';
export { derivedFiles, type DerivedFile } from './derived/derived-files.ts';
export { distributedFiles, type DistributedFiles } from './derived/distributed-files.ts';
export { unpublished, type Publication } from './derived/publication.ts';
export {
  duplicatesOf,
  possibleDuplicates,
  type ComparedProgram,
  type DuplicateParts,
  type PossibleDuplicate,
} from './duplicates/possible-duplicates.ts';
export { daysApart, possibleDays, type PossibleDays } from './duplicates/possible-days.ts';
export { textSimilarity } from './duplicates/text-similarity.ts';
export { PlaceError } from './place-error.ts';
export { expectDatasetFolder, validateFolder, type Validation } from './validation/validate-folder.ts';
export { partWords, warningKinds, warningsOf, type Warning } from './validation/warnings.ts';
