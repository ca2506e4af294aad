import type { Cell, CountQuery, Keys, Query, RowsQuery } from './query.ts';

/** Questions, and how their answers are read. */
export interface Plan<Counts> {
  readonly queries: readonly Query[];
  /** @param answers - one for each question, in their order */
  readonly read: (answers: readonly unknown[]) => Counts;
}

/**
 * The plan that asks one question of counts.
 *
 * @example
 * count({ table: 'programs', where: everything, by: { year: { field: 'year' } } }).queries.length; // 1
 */
export function count<const By extends Keys>(query: Omit<CountQuery<By>, 'kind'>): Plan<readonly Cell<By>[]> {
  return { queries: [{ kind: 'count', ...query }], read: ([cells]) => cells as readonly Cell<By>[] };
}

/** Most records that a plan reads one by one. */
const MOST_ROWS = 2_000_000;

/**
 * The plan that reads fields of all records of a small table that meet a condition, in no particular order.
 *
 * @throws RangeError where there are more of them than can be read one by one
 * @example
 * rows({ table: 'borders', where: everything, fields: ['name'] }).read([[{ name: 'All' }]]); // [{ name: 'All' }]
 */
export function rows<Row>(query: Pick<RowsQuery, 'table' | 'where' | 'fields'>): Plan<readonly Row[]> {
  const read = ([found]: readonly unknown[]): readonly Row[] => {
    const records = found as readonly Row[];
    if (records.length <= MOST_ROWS) return records;
    throw new RangeError(
      `the table ${query.table} has more records in scope than the ${MOST_ROWS} that are read one by one.`,
    );
  };
  return { queries: [{ kind: 'rows', ...query, order: [], limit: MOST_ROWS + 1 }], read };
}

/**
 * Several plans of one kind as one, in their order.
 *
 * @example
 * each([constant(1), constant(2)]).read([]); // [1, 2]
 */
export function each<Counts>(plans: readonly Plan<Counts>[]): Plan<readonly Counts[]> {
  return {
    queries: plans.flatMap(({ queries }) => queries),
    read: (answers) => {
      let start = 0;
      return plans.map(({ queries, read }) => {
        const own = answers.slice(start, start + queries.length);
        start += queries.length;
        return read(own);
      });
    },
  };
}

/** What the plan that a function makes finds. */
export type CountsOf<Make extends (...given: never[]) => Plan<unknown>> = ReturnType<ReturnType<Make>['read']>;

/** What several plans find, by name. */
export type Found<Plans> = { readonly [Name in keyof Plans]: Plans[Name] extends Plan<infer Counts> ? Counts : never };

/**
 * Several plans as one, by name.
 *
 * @example
 * all({ a: constant(1), b: constant(2) }).read([]); // { a: 1, b: 2 }
 */
export function all<const Plans extends Readonly<Record<string, Plan<unknown>>>>(plans: Plans): Plan<Found<Plans>> {
  const names = Object.keys(plans);
  return map(
    each(Object.values(plans)),
    (found) => Object.fromEntries(names.map((name, index) => [name, found[index]])) as Found<Plans>,
  );
}

/** The plan that asks nothing and finds a value. */
export function constant<Counts>(value: Counts): Plan<Counts> {
  return { queries: [], read: () => value };
}

/**
 * The same questions, their answers read further.
 *
 * @example
 * map(constant(2), (found) => found + 1).read([]); // 3
 */
export function map<Before, After>({ queries, read }: Plan<Before>, further: (found: Before) => After): Plan<After> {
  return { queries, read: (answers) => further(read(answers)) };
}
