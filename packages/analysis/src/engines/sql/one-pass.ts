import type { CountQuery, Query } from '../../query/query.ts';
import { conditionOf } from './condition.ts';
import type { Dialect, Known } from './dialect.ts';
import { singleKey, type SingleKey } from './key.ts';
import { readAnswer, type SqlRow } from './read-answer.ts';
import type { Statement } from './sql-of.ts';

/** Most keys of one statement; which of them a row is counted by is told in as many bits. */
const MOST_KEYS = 32;

/** A count by keys of one value. */
type PlainCount = CountQuery<Readonly<Record<string, SingleKey>>>;

const isPlain = (query: Query): query is PlainCount =>
  query.kind === 'count' && query.sum === undefined && Object.values(query.by).every((key) => !('each' in key));

/** Questions in batches: counts of one table under one condition, by keys of one value, are one; every other is alone. */
export function inOnePass(queries: readonly Query[]): Query[][] {
  const batches: { readonly queries: Query[]; keys: number }[] = [];
  const open = new Map<string, (typeof batches)[number]>();
  for (const query of queries) {
    const keys = isPlain(query) ? Object.keys(query.by).length : Infinity;
    const shared = JSON.stringify([query.table, query.where]);
    const batch = open.get(shared);
    if (batch !== undefined && batch.keys + keys <= MOST_KEYS) {
      batch.queries.push(query);
      batch.keys += keys;
      continue;
    }
    const made = { queries: [query], keys };
    batches.push(made);
    if (isPlain(query)) open.set(shared, made);
  }
  return batches.map((batch) => batch.queries);
}

/** A statement that counts by several sets of keys, and how its rows are read as the answers. */
export interface OnePass extends Statement {
  readonly read: (rows: readonly SqlRow[]) => (readonly unknown[])[];
}

/** The SQL of a batch of plain counts. */
export function sqlOfOnePass(queries: readonly Query[], dialect: Dialect): OnePass {
  const counts = queries.filter(isPlain);
  const [first] = counts;
  if (first === undefined || counts.length < queries.length) throw new RangeError('only plain counts share a pass');
  const bound: Known[] = [];
  const writing = { dialect, table: first.table, bound };
  const keys: string[] = [];
  const sets = counts.map(({ by }) => Object.values(by).map((key) => keys.push(singleKey(key, writing).sql) - 1));
  const named = keys.map((sql, index) => `${sql} AS k${index}`);
  const names = keys.map((_, index) => `k${index}`);
  const selected = [...named, 'count(*) AS n', `GROUPING_ID(${names.join(', ')}) AS g`].join(', ');
  const grouping = sets.map((set) => `(${set.map((index) => `k${index}`).join(', ')})`).join(', ');
  const source = `${dialect.table(first.table)} WHERE ${conditionOf(first.where, writing)}`;
  return {
    text: `SELECT ${selected} FROM ${source} GROUP BY GROUPING SETS (${grouping}) HAVING n > 0`,
    values: bound,
    read: (rows) => {
      const bySet = new Map<number, SqlRow[]>();
      for (const row of rows) {
        const set = Number(row[keys.length + 1]);
        const found = bySet.get(set);
        if (found === undefined) bySet.set(set, [row]);
        else found.push(row);
      }
      return counts.map((query, index) => {
        const set = sets[index] ?? [];
        const found = bySet.get(maskOf(set, keys.length)) ?? [];
        return readAnswer(
          query,
          found.map((row) => [...set, keys.length].map((column) => row[column])),
          dialect,
        );
      });
    },
  };
}

/** The number that tells a set: a bit for each key that is not in it, the first key the highest. */
function maskOf(set: readonly number[], keys: number): number {
  const bits = Array.from({ length: keys }, (_, index) => (set.includes(index) ? 0 : 2 ** (keys - 1 - index)));
  return bits.reduce((sum, bit) => sum + bit, 0);
}
