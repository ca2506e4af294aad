import type { Cell, CountQuery, Keys, Query, RowsQuery, Where } from './query.ts';

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
 * count({ table: 'programs', where: everything, by: { year: { field: 'year' } } }).queries.length; // => 1
 */
export function count<const By extends Keys>(query: Omit<CountQuery<By>, 'kind'>): Plan<readonly Cell<By>[]> {
  return { queries: [{ kind: 'count', ...query }], read: ([cells]) => cells as readonly Cell<By>[] };
}

/** The plan that reads records. */
export function rows<Row>(query: Omit<RowsQuery, 'kind'>): Plan<readonly Row[]> {
  return { queries: [{ kind: 'rows', ...query }], read: ([found]) => found as readonly Row[] };
}

/** What several plans find, by name. */
export type Found<Plans> = { readonly [Name in keyof Plans]: Plans[Name] extends Plan<infer Counts> ? Counts : never };

/**
 * Several plans as one.
 *
 * @example
 * all({ a: constant(1), b: constant(2) }).read([]); // => { a: 1, b: 2 }
 */
export function all<const Plans extends Readonly<Record<string, Plan<unknown>>>>(plans: Plans): Plan<Found<Plans>> {
  const entries = Object.entries(plans);
  return {
    queries: entries.flatMap(([, { queries }]) => queries),
    read: (answers) => {
      let start = 0;
      const found = entries.map(([name, { queries, read }]) => {
        const own = answers.slice(start, start + queries.length);
        start += queries.length;
        return [name, read(own)];
      });
      return Object.fromEntries(found) as Found<Plans>;
    },
  };
}

/** The plan that asks nothing and finds a value. */
export function constant<Counts>(value: Counts): Plan<Counts> {
  return { queries: [], read: () => value };
}

/** The same questions, their answers read further. */
export function map<Before, After>({ queries, read }: Plan<Before>, further: (found: Before) => After): Plan<After> {
  return { queries, read: (answers) => further(read(answers)) };
}

/** The same questions about the records that also meet a condition. */
export function narrowed<Counts>({ queries, read }: Plan<Counts>, where: Where): Plan<Counts> {
  return { queries: queries.map((query) => ({ ...query, where: { op: 'and', of: [query.where, where] } })), read };
}
