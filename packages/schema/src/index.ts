export { canonicalContent, canonicalJson } from './canonical-json.ts';
export { CountryCode, isoCountryCodes } from './country-code.ts';
export { DatasetMeta } from './dataset-meta.ts';
export type { Dataset, DatasetTables, Frozen } from './dataset.ts';
export { oneOf, RecordId, Text, WebAddress, YesNoUnknown } from './fields.ts';
export { parseDataset, type DatasetFiles, type ParsedDataset } from './parse-dataset.ts';
export { datePrecision, daysInclusive, endsBefore, PartialDate, yearOf, type DatePrecision } from './partial-date.ts';
export { formatProblem, showValue, type Problem, type RecordFile } from './problem.ts';
export { expectedBy } from './problems-from-zod.ts';
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
export { RecipientCountry } from './recipient-country.ts';
export { PublisherType, SourceAccess } from './source-vocabularies.ts';
export { Source } from './source.ts';
export { vocabularies } from './vocabularies.ts';
export { defineVocabulary, type Term, type ValueOf, type Vocabulary } from './vocabulary.ts';
