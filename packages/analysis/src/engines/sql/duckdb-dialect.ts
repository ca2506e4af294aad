import type { Column } from './column.ts';
import type { Dialect } from './dialect.ts';

/** A name of the schema, quoted. */
export const quotedName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const text = (name: string): string => `'${name.replaceAll("'", "''")}'`;

const holder = ({ path: [first = '', ...inner] }: Column): string =>
  inner.reduce((sql, name) => `struct_extract(${sql}, ${text(name)})`, quotedName(first));

const integer = (digits: string): string => `CAST(${digits} AS INTEGER)`;

const itself = (sql: string): string => sql;

/** UTF-8 has U+E000 to U+FFFF before the characters beyond U+FFFF, UTF-16 behind them; plain ASCII needs no look. */
function sortableText(sql: string): string {
  const last = `regexp_replace(${sql}, '\\x{10FFFF}', '\u{10FFFF}\u0001', 'g')`;
  const moved = `regexp_replace(${last}, '([\\x{E000}-\\x{FFFF}])', '\u{10FFFF}\\1', 'g')`;
  return `CASE WHEN strlen(${sql}) = length(${sql}) THEN ${sql} ELSE ${moved} END`;
}

/** How questions are written for DuckDB: groups are structs, lists are lists, values are bound. */
export const duckdbDialect: Dialect = {
  value: (value, _, bound) => `$${bound.push(value)}`,
  table: quotedName,
  column: (column) => {
    const inner = (column.within ?? []).reduce((sql, name) => `struct_extract(${sql}, ${text(name)})`, 'item');
    return inner === 'item' ? holder(column) : `list_transform(${holder(column)}, lambda item: ${inner})`;
  },
  size: (column) => `coalesce(len(${holder(column)}), 0)`,
  any: (list, condition) => `len(list_filter(${list}, lambda item: ${condition('item')})) > 0`,
  spread: (list) => `unnest(CASE WHEN len(${list}) > 0 THEN ${list} ELSE [NULL] END)`,
  cut: (list, until) => `list_transform(${list}, lambda item: split_part(item, ${until}, 1))`,
  json: (list) => `coalesce(CAST(to_json(${list}) AS VARCHAR), '[]')`,
  // Lists repeat: each different one is looked at once.
  cites: ({ list, table, selected }) =>
    `${list} IN (SELECT l FROM (SELECT l, unnest(l) AS i FROM (SELECT DISTINCT ${list} AS l FROM ${quotedName(table)})) WHERE i IN (${selected}))`,
  sortable: { text: sortableText, integer: itself, number: itself, boolean: itself },
  integer,
  leftJoin: 'LEFT JOIN',
  joined: (column) => column,
};
