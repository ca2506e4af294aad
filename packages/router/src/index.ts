export { totalAidProjects, type AidTotals } from '@govexport/analysis/compute/aid-projects';
export {
  catalogue,
  DatasetIdentity,
  dimensions,
  Estimate,
  flatRowsOf,
  identityOf,
  statisticNames,
} from '@govexport/analysis';
export { cellWriter, counted, signs, withDigits } from '@govexport/analysis/tables';
export type { Cell, Chart, Column, ColumnKind, StatisticName, Table } from '@govexport/analysis';
export { loadDataset as publishedDataset } from '@govexport/dataset';
export { appRouter, createCaller, type AppRouter, type Caller } from './operations/app-router.ts';
export { askStatistic, present, statisticNamed, type Presentation, type StatisticAnswer } from './ask-statistic.ts';
export {
  CitationAnswer,
  DatasetCitationInput,
  RecordCitationInput,
  ViewCitationInput,
} from './operations/citations.ts';
export { handleTrpc, proceduresOf, trpcPath, trpcRefusal } from './handle-trpc.ts';
export { fieldsIn, inputFields, type FieldKind, type InputField } from './input-fields.ts';
export {
  parseInput,
  pathInputs,
  type AddressedOperation,
  type Given,
  type Operation,
  type Subject,
} from './operations/operation.ts';
export {
  addressedOperations,
  askOperation,
  operationNamed,
  operations,
  type OperationId,
} from './operations/operations.ts';
export { offeredStatistics } from './operations/statistics.ts';
export { readableQuery, snippetsOf, type Service, type Snippets } from './operations/snippets.ts';
export { MetaAnswer } from './operations/meta.ts';
export {
  problemKinds,
  problemOf,
  RequestError,
  type InputIssue,
  type ProblemCode,
  type RequestProblem,
} from './problem.ts';
export { ProgramAnswer, ProgramKey } from './operations/programs.ts';
export { ProvenanceAnswer, ProvenanceKey } from './operations/provenance.ts';
export { FacetCounts } from './facets/count-facets.ts';
export { limits } from './limits.ts';
export { askFacets, askList, askRecord } from './records/ask-records.ts';
export { exampleKeys, exampleStates } from './records/example-keys.ts';
export { recordSchemas } from './records/record-schemas.ts';
export type * from './records/record-types.ts';
export { decodeFields, decodeQuery, encodeQuery } from './query.ts';
export { SourceAnswer, SourceKey } from './operations/sources.ts';
export { findAnywhere } from './find-record.ts';
export { License } from './records/terms-of-use.ts';
export { Match } from './search/highlight.ts';
export { statisticTerms, type StatisticTerms } from './statistic-terms.ts';
export { TableList } from './operations/tables.ts';
export type { Context, StatisticQuestion } from './trpc.ts';
export { fieldOf, fieldsOf, fieldText, groupsOf, labelOf } from './views/record-fields.ts';
export { briefFields } from './views/record-views.ts';
export {
  plain,
  textTable,
  type FieldValue,
  type View,
  type ViewField,
  type ViewGroup,
  type ViewTable,
} from './views/view.ts';
export { viewOf } from './views/view-of.ts';
