import { isKnown, silentWords, type CellType } from '@govexport/schema';
import type { Key, Order } from '../../query/query.ts';
import { columnAt, columnsAt, nameOf, valueAt, type Column } from './column.ts';
import type { Dialect, Known } from './dialect.ts';

/** What is written of one question: the dialect, the table that is asked, and the values that are bound. */
export interface Writing {
  readonly dialect: Dialect;
  readonly table: string;
  readonly bound: Known[];
}

/** An expression with the type of its values. */
export interface Typed {
  readonly sql: string;
  readonly type: CellType;
}

/** A key that gives a record one value. */
export type SingleKey = Order['key'];

/** The value that a key gives a record; of `list`, its JSON text. */
export function singleKey(key: SingleKey, writing: Writing): Typed {
  if ('list' in key) {
    const { column, sql } = listOf(key.list, writing, key.until);
    return { sql: writing.dialect.json(sql, column), type: 'text' };
  }
  const { table, dialect } = writing;
  if ('field' in key) {
    const column = valueAt(table, key.field);
    return { sql: dialect.column(column), type: column.type };
  }
  if ('size' in key) return { sql: sizeOf(columnsAt(table, key.size), dialect), type: 'integer' };
  if ('known' in key) return { sql: known(key.known, writing), type: 'boolean' };
  return partOf(dialect.column(valueAt(table, key.of)), key, dialect);
}

/** The list at a path. */
export function listOf(field: string, { table, dialect, bound }: Writing, until?: string) {
  const column = columnAt(table, field);
  if (column.within === null) throw new RangeError(`“${field}” of the table ${table} is no list`);
  const sql = dialect.column(column);
  if (until === undefined) return { column, sql };
  if (until === '') throw new RangeError(`“${field}” cannot be cut before an empty text`);
  return { column, sql: dialect.cut(sql, dialect.value(until, 'text', bound)) };
}

/** Lists are counted, values are one or none. */
function sizeOf([first, ...others]: readonly Column[], dialect: Dialect): string {
  if (first === undefined) throw new RangeError('a field that is not there has no size');
  if (first.within !== null) return dialect.size(first);
  if (others.length > 0) throw new RangeError('a group of fields has no size');
  return `CASE WHEN ${dialect.column(first)} IS NULL THEN 0 ELSE 1 END`;
}

/** Whether the schema says that the value of a field is known: never NULL. */
export function known(field: string, writing: Writing): string {
  const { table, dialect, bound } = writing;
  const columns = columnsAt(table, field);
  const [column] = columns;
  if (column !== undefined && column.within !== null && (nameOf(column) === field || column.path.join('.') === field)) {
    return `(${dialect.size(column)} > 0)`;
  }
  if (column !== undefined && columns.length === 1 && nameOf(column) === field) {
    const sql = dialect.column(column);
    if (column.type !== 'text') return `(${sql} IS NOT NULL)`;
    const silent = silentWords.map((word) => dialect.value(word, 'text', bound)).join(', ');
    return `(${sql} IS NOT NULL AND ${sql} NOT IN (${silent}))`;
  }
  const basis = columns.find((one) => nameOf(one) === `${field}.basis`);
  return basis === undefined ? `(1 = ${Number(isKnown({}))})` : known(nameOf(basis), writing);
}

function partOf(date: string, { part, startsIn = 1 }: Extract<Key, { part: unknown }>, dialect: Dialect): Typed {
  const year = dialect.integer(`substring(${date}, 1, 4)`);
  const month = `CASE WHEN length(${date}) >= 7 THEN ${dialect.integer(`substring(${date}, 6, 2)`)} END`;
  if (part === 'month') return { sql: month, type: 'integer' };
  if (part === 'precision') {
    const sql = `CASE WHEN length(${date}) = 4 THEN 'year' WHEN length(${date}) = 7 THEN 'month' WHEN length(${date}) = 10 THEN 'day' END`;
    return { sql, type: 'text' };
  }
  if (startsIn === 1) return { sql: year, type: 'integer' };
  const first = Math.trunc(startsIn);
  const sql = `CASE WHEN length(${date}) >= 7 THEN ${year} + CASE WHEN ${month} >= ${first} THEN 1 ELSE 0 END END`;
  return { sql, type: 'integer' };
}
