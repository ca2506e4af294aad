import type { Column } from './column.ts';
import type { Dialect, Known } from './dialect.ts';

/** A name, quoted. */
export const quotedName = (name: string): string => `\`${name.replaceAll(/[\\`]/g, '\\$&')}\``;

/**
 * A value, quoted: servers up to 20 know no bound ones, and one way is enough.
 *
 * @example
 * quoted("O'Neil\\"); // => "'O\\'Neil\\\\'"
 */
export function quoted(value: Known): string {
  if (typeof value === 'string') return `'${value.replaceAll(/[\\']/g, '\\$&').replaceAll('\0', '\\0')}'`;
  return String(Number(value));
}

/** The column of a table that holds it: groups are taken apart, and the fields of groups in a list are lists side by side. */
export const storedName = ({ path, within }: Column): string => [...path, ...(within ?? [])].join('_');

const column = (one: Column): string => quotedName(storedName(one));

const itself = (sql: string): string => sql;

/**
 * UTF-8 has U+E000 to U+FFFF, which begin with EE or EF, before the characters beyond U+FFFF, UTF-16 behind them. In
 * hexadecimal, since old servers take a text and the same with NUL behind it for equal.
 */
const sortableText = (sql: string): string =>
  `hex(replaceAll(replaceAll(${sql}, '\\xEE', '\\xFF\\xEE'), '\\xEF', '\\xFF\\xEF'))`;

/** How questions are written for ClickHouse, from 18.16 on. */
export const clickhouseDialect = (table: (name: string) => string): Dialect => ({
  value: (value, type) => quoted(type === 'number' ? String(value) : value),
  table,
  column,
  size: (one) => `length(${column(one)})`,
  any: (list, condition) => `arrayExists(item -> coalesce(${condition('item')}, 0), ${list})`,
  spread: (list) =>
    `arrayJoin(if(empty(${list}), [CAST(NULL AS Nullable(String))], arrayMap(item -> toNullable(item), ${list})))`,
  cut: (list, until) => `arrayMap(item -> splitByString(${until}, assumeNotNull(item))[1], ${list})`,
  json: (list) => {
    const escaped = `replaceAll(replaceAll(item, '\\\\', '\\\\\\\\'), '"', '\\\\"')`;
    const item = `ifNull(concat('"', ${escaped}, '"'), 'null')`;
    return `concat('[', arrayStringConcat(arrayMap(item -> ${item}, ${list}), ','), ']')`;
  },
  cites: ({ list, selected }) => `arrayExists(item -> coalesce(item IN (${selected}), 0), ${list})`,
  sortable: { text: sortableText, integer: itself, number: (sql) => `toFloat64OrNull(${sql})`, boolean: itself },
  integer: (digits) => `toInt64OrNull(${digits})`,
  leftJoin: 'ANY LEFT JOIN',
  joined: (sql) => `toNullable(${sql})`,
});
