import { jsonSchemaOf, vocabularies, type JsonSchema, type Table } from '@govexport/schema';
import { keyText, type Row } from './record-key.ts';

/** Puts records with the best fit to the search first. */
export const relevance = 'relevance';

/** What records of a table can be sorted by: every field with one value, up or, with a minus before it, down. */
export function sortKeysOf(table: Table): [string, ...string[]] {
  const fields = sortableFields(table);
  return [relevance, ...fields, ...fields.map((field) => `-${field}`)];
}

const known = new Map<string, readonly (readonly [string, JsonSchema])[]>();

/** The schema of each field of a table; making it takes longer than sorting. */
function propertiesOf(table: Table): readonly (readonly [string, JsonSchema])[] {
  const properties =
    known.get(table.name) ?? Object.entries((jsonSchemaOf(table).properties ?? {}) as Record<string, JsonSchema>);
  known.set(table.name, properties);
  return properties;
}

function sortableFields(table: Table): string[] {
  return propertiesOf(table).flatMap(([name, { type }]) => (type === 'array' || type === 'object' ? [] : [name]));
}

type Order = (one: Row, other: Row) => number;

/**
 * The order of records by several fields, then by their key. Values of a vocabulary go in its order, text by code unit,
 * so that the order is the same on every machine; unknown values come last whatever the direction.
 */
export function orderOf(table: Table, sort: readonly string[], scoreOf: (row: Row) => number): Order {
  const ranks = new Map(propertiesOf(table).map(([name, schema]) => [name, rankOf(schema)]));
  const orders = sort.map((key): Order => {
    if (key === relevance) return (one, other) => scoreOf(other) - scoreOf(one);
    const field = key.startsWith('-') ? key.slice(1) : key;
    const rank = ranks.get(field) ?? ((value: unknown) => value);
    return (one, other) => compare(rank(one[field]), rank(other[field]), key.startsWith('-') ? -1 : 1);
  });
  const byKey: Order = (one, other) => compareKeys(table, one, other);
  return (one, other) => [...orders, byKey].reduce((sum, order) => sum || order(one, other), 0);
}

function compareKeys(table: Table, one: Row, other: Row): number {
  for (const field of table.key) {
    const order = compare(one[field], other[field], 1);
    if (order !== 0) return order;
  }
  return compare(keyText(table, one), keyText(table, other), 1);
}

function rankOf(schema: JsonSchema): (value: unknown) => unknown {
  const choice = schema.anyOf?.find((branch) => (branch as JsonSchema).vocabulary !== undefined) ?? schema;
  const values = vocabularies[(choice as JsonSchema).vocabulary ?? '']?.values;
  return values === undefined ? (value) => value : (value) => (value === null ? null : values.indexOf(value as string));
}

function compare(one: unknown, other: unknown, sign: 1 | -1): number {
  if (one === other) return 0;
  if (one === null) return 1;
  if (other === null) return -1;
  return (one as string) < (other as string) ? -sign : sign;
}
