import { flatRowsOf, present, type Operation, type StatisticAnswer, type StatisticName } from '@govexport/router';
import { flatTablesOf, tables, type FlatRows, type FlatTable, type World } from '@govexport/schema';

/** A page of a list of records. */
export interface Page {
  readonly items: readonly object[];
  readonly next_cursor?: string | null;
  readonly input?: { readonly fields?: readonly string[] };
}

const flatTables = new Map<string, FlatTable>(
  tables.flatMap((table) => flatTablesOf(table).slice(0, 1)).map((flat) => [flat.name, flat]),
);

/** The table whose records an operation lists, with one value in a cell; undefined where it lists none. */
export function tableListedBy({ view }: Operation): FlatTable | undefined {
  return view !== null && 'table' in view ? flatTables.get(view.table) : undefined;
}

/** The statistic that an operation answers; undefined where it answers none. */
export function statisticOf({ view }: Operation): StatisticName | undefined {
  return view !== null && 'statistic' in view ? view.statistic : undefined;
}

/** The main table of the answer of a statistic. */
export function rowsOfStatistic(answer: StatisticAnswer, world: World): FlatRows {
  const [table] = present(answer, world).tables;
  if (table === undefined) throw new TypeError(`${answer.statistic} has no table`);
  return flatRowsOf(table);
}
