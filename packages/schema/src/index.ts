export { canonicalContent, canonicalJson } from './canonical-json.ts';
export { CountryCode, isoCountryCodes, RecipientCountry } from './countries.ts';
export { DatasetMeta } from './dataset-meta.ts';
export type { Dataset, DatasetTables, Frozen } from './dataset.ts';
export { RecordId, Text, WebAddress, YesNoUnknown } from './fields.ts';
export { parseDataset, type DatasetFiles, type ParsedDataset } from './parse-dataset.ts';
export { datePrecision, daysInclusive, endsBefore, PartialDate, yearOf, type DatePrecision } from './partial-date.ts';
export { expectedBy, formatProblem, showValue, type Problem, type RecordFile } from './problem.ts';
export {
  Confidence,
  Domain,
  ExclusionReason,
  Format,
  Frame,
  ParticipantsBasis,
  Sector,
  Trainees,
  Venue,
  YearBasis,
} from './program-vocabularies.ts';
export { FieldSources, Participants, Program, RecipientAgency } from './program.ts';
export { PublisherType, SourceAccess } from './source-vocabularies.ts';
export { Source } from './source.ts';
export { vocabularies } from './vocabularies.ts';
export { defineVocabulary, type Term, type Vocabulary } from './vocabulary.ts';
