export { canonicalContent, canonicalJson } from './canonical-json.ts';
export { cellTypeOf, escapeCell, readCell, unescapeCell, type CellType, type CellValue } from './cell.ts';
export {
  Changes,
  JsonValue,
  changesJsonSchema,
  changesToMake,
  Release,
  SchemaChange,
  schemaChangeInWords,
  VersionStep,
} from './changes.ts';
export type { CslItem } from './citation-formats.ts';
export { citableAddress, citationOf, type Citation, type CitedPart } from './citation.ts';
export { checkedOf, isChecked, reviewedValues, standingOf, type Checked, type Standing } from './checked.ts';
export { ClaimKind, ClaimMeasure, CodedField, LeadTheme } from './claim-vocabularies.ts';
export { codebookMarkdown, type WriteWord } from './codebook-markdown.ts';
export { codebookOf, type Codebook, type CodebookField, type CodebookTable, type CodebookValue } from './codebook.ts';
export {
  AdoptionStatus,
  AdoptionSystem,
  Currency,
  LinkToChina,
  PartnershipLevel,
  TransferKind,
  TransferTerms,
  ValueBasis,
} from './context-vocabularies.ts';
export { collectionWindow, type CollectionWindow } from './collection-window.ts';
export { CountryCode, isoCountryCodes } from './country-code.ts';
export { countryInSentence, countryName } from './country-names.ts';
export { DatasetMeta, Scope } from './dataset-meta.ts';
export {
  allowedWords,
  declaredOf,
  declaredValues,
  leftOutBy,
  scopeInWords,
  scopeOf,
  scopeWords,
  type DeclaredName,
  type WithWorld,
  type World,
} from './declared.ts';
export { DatasetCheck, type Found } from './dataset-check.ts';
export type { Dataset, DatasetTables, Frozen, TableRows } from './dataset.ts';
export { DataVersion, oneOf, RecordId, Text, WebAddress, YesNoUnknown } from './fields.ts';
export { everyRecord } from './every-record.ts';
export { flatFieldsOf, type FlatField } from './flat-field.ts';
export {
  byteOrderMark,
  csvText,
  escapedCsvText,
  ndjsonText,
  type FlatColumn,
  type FlatRow,
  type FlatRows,
} from './flat-rows.ts';
export { flatTablesOf, listSeparator, type FlatTable } from './flat-table.ts';
export { declaring, jsonSchemaOf, type Declaring, type JsonSchema } from './json-schema.ts';
export { parseDataset, sortedByKey, type DatasetFiles, type ParsedDataset } from './parse-dataset.ts';
export {
  datePrecision,
  daysInclusive,
  endsBefore,
  PartialDate,
  yearOf,
  yearsOfDate,
  type DatePrecision,
} from './partial-date.ts';
export { partnershipRanks } from './partnership-ranks.ts';
export { formatProblem, showText, showValue, type Problem, type RecordFile } from './problem.ts';
export { expectedBy, problemsFromZod } from './problems-from-zod.ts';
export {
  Confidence,
  Domain,
  ExclusionReason,
  Format,
  Frame,
  ParticipantsBasis,
  reachesConfidence,
  Sector,
  Trainees,
  Venue,
  YearBasis,
} from './program-vocabularies.ts';
export { FieldSources, Participants, Program, RecipientAgency } from './program.ts';
export { explainRecommendation, knowableFields, recordHealth, type RecordHealth } from './record-health.ts';
export { RecipientCountry } from './recipient-country.ts';
export { ReviewVerdict } from './review-vocabularies.ts';
export { reviewedFieldsOf, reviewedTables } from './reviewed-fields.ts';
export { tablesWithIds } from './retired-ids.ts';
export type { Calendar, Finding, Rule } from './rule.ts';
export { LinkStatus, PublisherType, SourceAccess } from './source-vocabularies.ts';
export { Source } from './source.ts';
export { once } from './once.ts';
export { strictObject } from './strict-object.ts';
export { csvNameOf, isAddress, tableSchemaOf, type TableSchema, type TableSchemaField } from './table-schema.ts';
export {
  defineTable,
  pathOf,
  termsOf,
  type Table,
  type TableDefinition,
  type FieldGroup,
  type TableLicense,
  type Terms,
} from './table.ts';
export { tables, type KeyOf, type RecordOf, type TableName } from './tables.ts';
export { Adoption } from './tables/adoptions.ts';
export { Agreement } from './tables/agreements.ts';
export { AidProject } from './tables/aid-projects.ts';
export { Alias } from './tables/aliases.ts';
export { Border } from './tables/borders.ts';
export { Coding } from './tables/codings.ts';
export { Country } from './tables/countries.ts';
export { Indicator } from './tables/indicators.ts';
export { Institution } from './tables/institutions.ts';
export { Lead } from './tables/leads.ts';
export { Partnership } from './tables/partnerships.ts';
export { Place } from './tables/places.ts';
export { PledgeOrTotal } from './tables/pledges-and-totals.ts';
export { Review, ReviewerCode, reviews as reviewsTable } from './tables/reviews.ts';
export { RightsEvent } from './tables/rights-events.ts';
export { Transfer } from './tables/transfers.ts';
export { UsTraining, UsTrainingTotal } from './tables/us-trainings.ts';
export { WithdrawnRecord } from './tables/withdrawn.ts';
export { isKnown, silentWords } from './unknown.ts';
export { valueAt } from './value-at.ts';
export { senderInWords, withSender } from './sender-words.ts';
export { recipientTitle, vocabulariesOf, vocabularyOf } from './vocabularies-of.ts';
export { termLabel, vocabularies } from './vocabularies.ts';
export { defineVocabulary, type Term, type ValueOf, type Vocabulary } from './vocabulary.ts';
