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

/**
 * The same questions about those records of a table that also meet a condition; questions about other tables stay. One
 * condition that several questions share stays one.
 */
export function narrowed<Counts>({ queries, read }: Plan<Counts>, table: string, where: Where): Plan<Counts> {
  const both = new Map<Where, Where>();
  const narrow = (asked: Where): Where => {
    const made = both.get(asked) ?? { op: 'and', of: [asked, where] };
    both.set(asked, made);
    return made;
  };
  return { queries: queries.map((one) => (one.table === table ? { ...one, where: narrow(one.where) } : one)), read };
}
