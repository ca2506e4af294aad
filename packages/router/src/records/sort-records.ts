import { declaredOf, vocabularies, type Table, type World } from '@govexport/schema';
import { z } from 'zod';
import { partsOf, vocabularyOf } from './field-filters.ts';
import { keyText, type Row } from './record-key.ts';

/** Puts records with the best fit to the search first. */
export const relevance = 'relevance';

/** What records of a table can be sorted by: every field with one value, up or, with a minus before it, down. */
export function sortKeysOf(table: Table): [string, ...string[]] {
  const fields = sortableFields(table);
  return [relevance, ...fields, ...fields.map((field) => `-${field}`)];
}

function sortableFields({ record }: Table): string[] {
  return Object.entries(record.shape).flatMap(([name, field]) => {
    const { list, item } = partsOf(field as z.ZodType);
    return list || item instanceof z.ZodObject ? [] : [name];
  });
}

interface Sorting {
  readonly scoreOf: (row: Row) => number;
  /** What the dataset declares: its recipients go in their order. */
  readonly world: World;
}

type Order = (one: Row, other: Row) => number;

/**
 * The order of records by several fields, then by their key. Values of a vocabulary go in its order, text by code unit,
 * so that the order is the same on every machine; unknown values come last whatever the direction.
 */
export function orderOf(table: Table, sort: readonly string[], { scoreOf, world }: Sorting): Order {
  const orders = sort.map((key): Order => {
    if (key === relevance) return (one, other) => scoreOf(other) - scoreOf(one);
    const field = key.startsWith('-') ? key.slice(1) : key;
    const rank = rankOf(table.record.shape[field] as z.ZodType, world);
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

function rankOf(field: z.ZodType, world: World): (value: unknown) => unknown {
  const name = vocabularyOf(partsOf(field).item);
  const values = declaredOf(world, name) ?? vocabularies[name]?.values;
  return values === undefined ? (value) => value : (value) => (value === null ? null : values.indexOf(value as string));
}

function compare(one: unknown, other: unknown, sign: 1 | -1): number {
  if (one === other) return 0;
  if (one === null) return 1;
  if (other === null) return -1;
  return (one as string) < (other as string) ? -sign : sign;
}
