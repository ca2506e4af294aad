import { present, statisticNames, type StatisticAnswer, type StatisticName } from '@govexport/router';
import { flatTablesOf, tables, tableSchemaOf, type FlatRow, type FlatTable } from '@govexport/schema';
import { pathInputs, type Operation } from '../operations.ts';

/** An answer as a table with one value in a cell. */
export interface Rows {
  /** What the rows are of, for the name of a file. */
  readonly name: string;
  readonly columns: readonly RowColumn[];
  readonly rows: readonly FlatRow[];
}

/** A column and what it holds. */
export interface RowColumn {
  readonly name: string;
  readonly type: 'text' | 'integer' | 'number' | 'boolean';
}

/** A page of a list of records. */
export interface Page {
  readonly items: readonly object[];
  readonly next_cursor?: string | null;
}

const flatTables = new Map<string, FlatTable>(
  tables.flatMap((table) => flatTablesOf(table).slice(0, 1)).map((flat) => [flat.name, flat]),
);

/** The table whose records an operation lists, with one value in a cell; undefined where it lists none. */
export function tableListedBy(operation: Operation): FlatTable | undefined {
  if (pathInputs(operation).length > 0) return undefined;
  return flatTables.get(operation.route.split('/').at(-1) ?? '');
}

/** The statistic that an operation answers; undefined where it answers none. */
export function statisticOf({ id }: Operation): StatisticName | undefined {
  return statisticNames.find((name) => id === `statistics.${name}`);
}

/** The main table of the answer of a statistic. */
export function rowsOfStatistic(answer: StatisticAnswer): Rows {
  const [table] = present(answer).tables;
  if (table === undefined) throw new TypeError(`${answer.statistic} has no table`);
  const columns = table.columns.map(({ key }) => ({
    name: key,
    type: table.rows.every((row) => typeof row[key] !== 'string') ? ('number' as const) : ('text' as const),
  }));
  return { name: answer.statistic, columns, rows: table.rows };
}

/** The records of a list, flattened as in the CSV files of the dataset. A field that was not asked for has no column. */
export function rowsOfRecords(table: FlatTable, records: readonly object[]): Rows {
  const rows = table.rowsOf(records);
  const types = new Map(tableSchemaOf(table).fields.map(({ name, type }) => [name, type]));
  const names = Object.keys(table.record.shape);
  const asked = rows.length === 0 ? names : names.filter((name) => rows.some((row) => row[name] !== undefined));
  return { name: table.name, columns: asked.map((name) => ({ name, type: columnType(types.get(name)) })), rows };
}

function columnType(type: string | undefined): RowColumn['type'] {
  return type === 'integer' || type === 'number' || type === 'boolean' ? type : 'text';
}
