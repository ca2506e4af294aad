import type { CountQuery, Key, Order, Query, RowsQuery, Scalar } from '../../query/query.ts';
import { columnAt, columnsAt, columnsOf } from './column.ts';
import { boundOf } from './compare.ts';
import { conditionOf } from './condition.ts';
import type { Dialect, Known } from './dialect.ts';
import { listOf, singleKey, type SingleKey, type Writing } from './key.ts';

/** A question as one engine reads it. */
export interface Statement {
  readonly text: string;
  /** The values that it binds, in their order; none where the dialect quotes them. */
  readonly values: readonly Known[];
}

/**
 * The SQL of a question. Names are those of the schema, quoted; values are bound or quoted, and never stand in it as they
 * are.
 *
 * Its columns are `k0`, `k1` ... for the keys in their order, `n` and `s` of a count; `f0`, `f1` ... for the columns of the
 * fields in their order of rows.
 *
 * @throws RangeError where the schema has no such table or field, or the question asks a list for one value
 */
export function sqlOf(query: Query, dialect: Dialect): Statement {
  const bound: Known[] = [];
  const writing = { dialect, table: query.table, bound };
  columnsOf(query.table);
  const text = query.kind === 'count' ? countOf(query, writing) : rowsOf(query, writing);
  return { text, values: bound };
}

/** A key as it is counted by: an expression of the record, and what is made of it after. */
interface CountedKey {
  readonly name: string;
  readonly sql: string;
  readonly each?: { readonly through: string | undefined; readonly repeats: boolean };
}

/**
 * Records are counted by whole lists first, which are few, and then by their items: a list is taken apart once for each
 * different one.
 */
function countOf({ where, by, sum }: CountQuery, writing: Writing): string {
  const { dialect, table } = writing;
  const keys = Object.values(by).map((key, index) => countedKey(key, `k${index}`, writing));
  const names = keys.map(({ name }) => name);
  const added = sum === undefined ? [] : [`coalesce(sum(${dialect.column(wholeNumbers(table, sum))}), 0) AS s`];
  const selected = [...keys.map(({ name, sql }) => `${sql} AS ${name}`), 'count(*) AS n', ...added].join(', ');
  const grouped = names.length === 0 ? '' : ` GROUP BY ${names.join(', ')}`;
  const source = `${dialect.table(table)} WHERE ${conditionOf(where, writing)}`;
  const counted = `SELECT ${selected} FROM ${source}${grouped} HAVING n > 0`;
  const lists = keys.filter(({ each }) => each !== undefined);
  if (lists.length === 0) return counted;
  const apart = lists.reduce((inner, key) => takenApart(inner, key, dialect), counted);
  const values = keys.map(({ name, each }) => (each === undefined ? name : `${name}_item`));
  const repeats = lists.some(({ each }) => each?.repeats === true);
  const kept = [...names, ...lists.map(({ name }) => `${name}_item`), 'n', ...(sum === undefined ? [] : ['s'])];
  const different = repeats ? `SELECT DISTINCT ${kept.join(', ')} FROM (${apart}) AS q` : apart;
  const named = values.map((value, index) => `${value} AS v${index}`);
  const totals = ['sum(n) AS m', ...(sum === undefined ? [] : ['sum(s) AS t'])];
  return `SELECT ${[...named, ...totals].join(', ')} FROM (${different}) AS q GROUP BY ${values.join(', ')}`;
}

function countedKey(key: Key, name: string, writing: Writing): CountedKey {
  if (!('each' in key)) return { name, sql: singleKey(key, writing).sql };
  const column = columnAt(writing.table, key.each);
  if (column.within === null) {
    if (key.through === undefined) return { name, sql: writing.dialect.column(column) };
    throw new RangeError(`“${key.each}” of the table ${writing.table} is no list`);
  }
  // The schema refuses a value that stands twice in a list; fields of groups may be equal, and of cited records.
  const repeats = key.through !== undefined || column.within.length > 0;
  return { name, sql: listOf(key.each, writing).sql, each: { through: key.through, repeats } };
}

/** A row for each item of the list of a key. */
function takenApart(inner: string, { name, each }: CountedKey, dialect: Dialect): string {
  const item = `${name}_item`;
  if (each?.through === undefined) return `SELECT *, ${dialect.spread(name)} AS ${item} FROM (${inner}) AS q`;
  const [table = '', ...field] = each.through.split('.');
  const id = dialect.joined(dialect.column(columnAt(table, 'id')));
  const { sql } = singleKey({ field: field.join('.') }, { dialect, table, bound: [] });
  const spread = `SELECT *, ${dialect.spread(name)} AS ${name}_id FROM (${inner}) AS q`;
  const cited = `SELECT ${id} AS ${name}_id, ${dialect.joined(sql)} AS ${item} FROM ${dialect.table(table)}`;
  return `SELECT * FROM (${spread}) AS q ${dialect.leftJoin} (${cited}) AS c USING (${name}_id)`;
}

function wholeNumbers(table: string, field: string) {
  const column = columnAt(table, field);
  if (column.within === null && column.type === 'integer') return column;
  throw new RangeError(`“${field}” of the table ${table} cannot be added up: it does not hold whole numbers`);
}

function rowsOf({ table, where, fields, order, after, limit }: RowsQuery, writing: Writing): string {
  const { dialect } = writing;
  const columns = fields.flatMap((field) => columnsAt(table, field)).map((column) => dialect.column(column));
  const selected = columns.map((sql, index) => `${sql} AS f${index}`).join(', ');
  const conditions = [conditionOf(where, writing), ...(after === undefined ? [] : [behind(order, after, writing)])];
  const sorted = order.map(({ key, direction }) => {
    const way = direction === 'ascending' ? 'ASC' : 'DESC';
    const { sql, type } = singleKey(key, writing);
    return `${dialect.sortable[type](sql)} ${way} NULLS LAST`;
  });
  const ordered = sorted.length === 0 ? '' : ` ORDER BY ${sorted.join(', ')}`;
  return `SELECT ${selected} FROM ${dialect.table(table)} WHERE ${conditions.join(' AND ')}${ordered} LIMIT ${Math.trunc(limit)}`;
}

/** Whether a record stands behind a place in an order: behind in the first key, or the same there and behind in the rest. */
function behind(
  [first, ...rest]: readonly Order[],
  [value = null, ...others]: readonly Scalar[],
  writing: Writing,
): string {
  if (first === undefined) return '(1 = 0)';
  const { same, later } = place(first, value, writing);
  return `(${later} OR (${same} AND ${behind(rest, others, writing)}))`;
}

/** Unknown values come last in either direction. */
function place({ key, direction }: Order, value: Scalar, writing: Writing): { same: string; later: string } {
  const { dialect, bound } = writing;
  const typed = singleKey(key satisfies SingleKey, writing);
  if (value === null) return { same: `${typed.sql} IS NULL`, later: '(1 = 0)' };
  const written = dialect.value(boundOf(value, typed), typed.type, bound);
  const [own, other] = [typed.sql, written].map(dialect.sortable[typed.type]);
  const way = direction === 'ascending' ? '>' : '<';
  return { same: `${typed.sql} = ${written}`, later: `(${own} ${way} ${other} OR ${typed.sql} IS NULL)` };
}
