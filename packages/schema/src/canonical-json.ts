import type { DatasetMeta } from './dataset-meta.ts';
import { tables, type TableName } from './tables.ts';

/**
 * Canonical JSON of a JSON-stable value: keys in the order of the value (which is schema order after parsing),
 * no spaces, numbers as ECMAScript prints them (so that -0 is `0`).
 *
 * @throws TypeError where the value holds something that JSON would change silently: `undefined`, NaN, an infinite
 * number, a function, a Date, a Map or another object with a class
 * @example
 * canonicalJson({ estimate: null, n: 0 }) // => '{"estimate":null,"n":0}'
 */
export function canonicalJson(value: unknown): string {
  // The holder is read instead of the argument: a Date arrives there already turned into a string.
  return JSON.stringify(value, function (this: Record<string, unknown>, key) {
    const item = this[key];
    if (isJsonStable(item)) return item;
    throw new TypeError(`canonicalJson requires JSON-stable values; “${key}” holds ${describe(item)}`);
  });
}

function describe(item: unknown): string {
  if (typeof item === 'number') return String(item);
  return typeof item === 'object' ? Object.prototype.toString.call(item) : typeof item;
}

function isJsonStable(item: unknown): boolean {
  if (item === null || typeof item === 'string' || typeof item === 'boolean') return true;
  if (typeof item === 'number') return Number.isFinite(item);
  if (typeof item !== 'object') return false;
  return Array.isArray(item) || Object.getPrototypeOf(item) === Object.prototype;
}

/**
 * The text whose SHA-256 identifies the content of a dataset: canonical JSON of meta, programs, sources and every
 * other table that has records, so that a table that nobody filled leaves the hash as it was.
 *
 * @throws TypeError where a record holds something that is not JSON-stable, see {@link canonicalJson}
 * @example
 * canonicalContent({ sources: [], places: [], programs: [], meta: { name: 'mine' } })
 * // => '{"meta":{"name":"mine"},"programs":[],"sources":[]}'
 */
export function canonicalContent(
  dataset: { readonly meta: Readonly<Partial<Record<keyof DatasetMeta, unknown>>> } & {
    readonly [Name in TableName]?: readonly unknown[];
  },
): string {
  const held = tables
    .map(({ name, required }) => ({ name, required, rows: dataset[name] ?? [] }))
    .filter(({ rows, required }) => required || rows.length > 0);
  return canonicalJson({ meta: dataset.meta, ...Object.fromEntries(held.map(({ name, rows }) => [name, rows])) });
}
