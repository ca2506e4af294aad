import type { CellType } from '@govexport/schema';
import type { Cell, CountQuery, Key, Query, RowsQuery, Scalar } from '../../query/query.ts';
import { EngineError } from '../engine-error.ts';
import { columnAt, columnsAt, type Column } from './column.ts';
import type { Dialect } from './dialect.ts';
import { singleKey } from './key.ts';

/** One row of an answer, its values in the order of the columns. */
export type SqlRow = readonly unknown[];

/**
 * What a question found, from the rows of its statement, as every engine gives it: whole numbers and booleans of
 * JavaScript, and groups put together again.
 *
 * @throws EngineError where a number is too large to be told exactly
 */
export function readAnswer(query: Query, rows: readonly SqlRow[], dialect: Dialect): readonly unknown[] {
  return query.kind === 'count' ? readCells(query, rows, dialect) : readRows(query, rows);
}

function readCells({ table, by, sum }: CountQuery, rows: readonly SqlRow[], dialect: Dialect): Cell[] {
  const names = Object.keys(by);
  const types = Object.values(by).map((key) => typeOf(key, table, dialect));
  return rows.map((row) => ({
    by: Object.fromEntries(names.map((name, index) => [name, readValue(row[index], types[index] ?? 'text')])),
    count: readNumber(row[names.length]),
    ...(sum === undefined ? {} : { sum: readNumber(row[names.length + 1]) }),
  }));
}

function typeOf(key: Key, table: string, dialect: Dialect): CellType {
  if (!('each' in key)) return singleKey(key, { dialect, table, bound: [] }).type;
  const [cited = table, ...field] = key.through?.split('.') ?? [];
  return columnAt(cited, key.through === undefined ? key.each : field.join('.')).type;
}

function readRows({ table, fields }: RowsQuery, rows: readonly SqlRow[]): Record<string, unknown>[] {
  const read = fields.map((field) => ({ field, columns: columnsAt(table, field) }));
  return rows.map((row) => {
    let next = 0;
    const entries = read.map(({ field, columns }) => {
      const values = row.slice(next, next + columns.length);
      next += columns.length;
      return [field, put(columns.map((column, index) => below(column, field, values[index])))] as const;
    });
    return Object.fromEntries(entries);
  });
}

/** A value with the names that lead to it, and those that lead to it within each item of a list. */
interface Part {
  readonly path: readonly string[];
  readonly within: readonly string[] | null;
  readonly value: unknown;
}

function below({ path, within, type }: Column, field: string, value: unknown): Part {
  const depth = field.split('.').length;
  const [own, inner] = [path.slice(depth), within?.slice(Math.max(depth - path.length, 0)) ?? null];
  if (inner === null) return { path: own, within: null, value: readValue(value, type) };
  return { path: own, within: inner, value: ((value ?? []) as SqlRow).map((item) => readValue(item, type)) };
}

/** Puts a group together from its parts. */
function put(parts: readonly Part[]): unknown {
  const [first] = parts;
  if (first === undefined) return null;
  if (first.path.length > 0) return putGroup(parts);
  if (first.within === null || first.within.length === 0) return first.value;
  return (first.value as SqlRow).map((_, index) =>
    put(parts.map(({ within, value }) => ({ path: within ?? [], within: null, value: (value as SqlRow)[index] }))),
  );
}

function putGroup(parts: readonly Part[]): Record<string, unknown> {
  const fields = new Map<string, Part[]>();
  for (const {
    path: [name = '', ...path],
    ...part
  } of parts) {
    fields.set(name, [...(fields.get(name) ?? []), { ...part, path }]);
  }
  return Object.fromEntries([...fields].map(([name, field]) => [name, put(field)]));
}

function readValue(value: unknown, type: CellType): Scalar {
  if (value === null || value === undefined) return null;
  if (type === 'boolean') return Boolean(value);
  if (type === 'integer') return readNumber(value);
  if (type === 'number') return Number(value);
  return value as Scalar;
}

/** A whole number, which engines send as a number, as a bigint or as digits. */
function readNumber(value: unknown): number {
  const number = Number(value);
  if (Number.isSafeInteger(number)) return number;
  throw new EngineError(`The engine found ${String(value)}, which is no whole number that can be told exactly.`);
}
