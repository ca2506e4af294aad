export { totalAidProjects, type AidTotals } from '@govexport/analysis/compute/aid-projects';
export {
  catalogue,
  dimensions,
  Estimate,
  flatRowsOf,
  identityOf,
  statisticNames,
  withDigits,
} from '@govexport/analysis';
export type { Cell, Chart, Column, ColumnKind, DatasetIdentity, StatisticName, Table } from '@govexport/analysis';
export { appRouter, createCaller, type AppRouter, type Caller } from './app-router.ts';
export { askStatistic, present, statisticNamed, type Presentation, type StatisticAnswer } from './ask-statistic.ts';
export { CitationAnswer, DatasetCitationInput, RecordCitationInput, ViewCitationInput } from './citations-router.ts';
export { handleTrpc, trpcPath } from './handle-trpc.ts';
export { inputFields, type FieldKind, type InputField } from './input-fields.ts';
export { MetaAnswer } from './meta-router.ts';
export {
  problemKinds,
  problemOf,
  RequestError,
  type InputIssue,
  type ProblemCode,
  type RequestProblem,
} from './problem.ts';
export { ProgramAnswer, ProgramKey } from './programs-router.ts';
export { ProvenanceAnswer, ProvenanceKey } from './provenance-router.ts';
export { limits } from './limits.ts';
export { askFacets, askList, askRecord } from './records/ask-records.ts';
export { exampleKeys } from './records/example-keys.ts';
export { recordSchemas } from './records/record-schemas.ts';
export type {
  CitingTable,
  FacetsAnswer,
  ListAnswer,
  ListInput,
  RecordAnswer,
  SortKey,
} from './records/record-types.ts';
export { tableProcedures, type PlainTable } from './records/table-procedures.ts';
export { decodeQuery, encodeQuery } from './query.ts';
export { SourceAnswer, SourceKey } from './sources-router.ts';
export { statisticTerms, type StatisticTerms } from './statistic-terms.ts';
export { TableList } from './tables-router.ts';
export type { Context } from './trpc.ts';
