import type { z } from 'zod';
import { inputFields, type InputField } from './input-fields.ts';
import { listText, listValues } from './list-text.ts';

const shapes = { integer: /^[+-]?\d+$/, number: /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i };

/** An input, and how it is entered. */
type Kinded = Pick<InputField, 'name' | 'kind'>;

/**
 * Reads an input from the parameters of an address, of a form or of a command. The values of a list are
 * separated by commas (see {@link listValues}) or given several times. An empty text counts as not given, for a list as the
 * empty list. What does not read as the kind of its field is left as text, so that the schema refuses it by name.
 *
 * @param entries - pairs of a name and its text, such as URLSearchParams
 * @example
 * decodeQuery(catalogue.trend.input, new URLSearchParams('from=2007&countries=KZ,KG'))
 * // => { from: 2007, countries: ['KZ', 'KG'] }
 */
export function decodeQuery(schema: z.ZodType, entries: Iterable<[string, string]>): Record<string, unknown> {
  return decodeFields(inputFields(schema), entries);
}

/**
 * Reads an input as `decodeQuery` does, where its fields are known already.
 *
 * @example
 * decodeFields([{ name: 'from', kind: 'integer' }], [['from', '2007']]) // => { from: 2007 }
 */
export function decodeFields(
  known: readonly Kinded[],
  entries: Iterable<readonly [string, string]>,
): Record<string, unknown> {
  const given = new Map<string, string[]>();
  for (const [name, text] of entries) given.set(name, [...(given.get(name) ?? []), text]);
  const fields = new Map(known.map((field) => [field.name, field]));
  const decoded = [...given].flatMap(([name, texts]) => {
    const value = decodeValue(fields.get(name), texts);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(decoded);
}

function decodeValue(field: Kinded | undefined, texts: readonly string[]): unknown {
  if (field?.kind === 'list') return texts.flatMap(listValues);
  const values = texts.filter((text) => text !== '').map((text) => decodeText(field, text));
  return values.length > 1 ? values : values[0];
}

function decodeText(field: Kinded | undefined, text: string): unknown {
  switch (field?.kind) {
    case 'integer':
    case 'number':
      return shapes[field.kind].test(text) ? Number(text) : text;
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : text;
    default:
      return text;
  }
}

/**
 * The shortest list of parameters that gives an input: defaults and unknown values are left out. The inverse of
 * `decodeQuery`.
 *
 * @example
 * encodeQuery(catalogue.trend.input, { from: 2007, countries: ['KZ', 'KG'], level: 0.95 })
 * // => [['from', '2007'], ['countries', 'KZ,KG']]
 */
export function encodeQuery(schema: z.ZodType, input: Readonly<Record<string, unknown>>): [string, string][] {
  return inputFields(schema).flatMap(({ name, default: defaultValue }): [string, string][] => {
    const value = input[name];
    if (value === undefined || value === null || JSON.stringify(value) === JSON.stringify(defaultValue)) return [];
    return [[name, encodeValue(value)]];
  });
}

function encodeValue(value: unknown): string {
  if (Array.isArray(value)) return listText(value.map(String));
  return typeof value === 'string' ? value : JSON.stringify(value);
}
