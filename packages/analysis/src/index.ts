export { catalogue, statisticNames, type Catalogue, type StatisticName } from './catalogue.ts';
export { withDigits } from './column-digits.ts';
export {
  dimensionNames,
  dimensions,
  labelOf,
  valuesOf,
  type Dimension,
  type DimensionName,
} from './compute/dimensions.ts';
export { checkedWhere, programsWhere } from './compute/filter-where.ts';
export { resolveFilter, type Filter, type FilterInput } from './compute/resolve-filter.ts';
export { Computed, Count, Estimate, Finite, NotComputable, NotTested, reasons, type Reason } from './estimate.ts';
export { open, openMemory, type Facts, type Opened } from './facts.ts';
export { filterShape, inputObject, levelShape, resolvedFilterShape } from './filter.ts';
export {
  ask,
  DatasetIdentity,
  defineStatistic,
  identityOf,
  type Headline,
  type StatisticDefinition,
} from './statistic.ts';
export { flatRowsOf, type Cell, type Chart, type Column, type ColumnKind, type Table } from './table.ts';
