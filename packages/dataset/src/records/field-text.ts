import { expectedBy, isKnown, readCell, Text } from '@govexport/schema';
import { z } from 'zod';

/**
 * The value that texts stand for in a field. An empty text is unknown. The values of a list come one by one or joined by
 * `;`, those that are ids or codes also by `,`; a group in a list is written as `name (CODE)`. What does not read as the
 * field wants stays text, so that the check of the field refuses it.
 *
 * @param separators - what stands between the values of a list; not given: as above
 * @example
 * readFieldText(z.array(z.enum(['KZ', 'KG'])), ['KZ,KG']) // => ['KZ', 'KG']
 * @example
 * readFieldText(z.int().nullable(), ['']) // => null
 */
export function readFieldText(field: z.ZodType, texts: readonly string[], separators?: RegExp): unknown {
  const inner = knownPart(field);
  if (!(inner instanceof z.ZodArray)) return readCell(field, (texts.at(-1) ?? '').trim());
  const item = inner.element as z.ZodType;
  const pieces = texts.flatMap((text) => text.split(separators ?? separatorsOf(item)));
  return pieces
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .map((piece) => (item instanceof z.ZodObject ? readGroup(item, piece) : readCell(item, piece)));
}

/** A comma may be part of a name, but not of an id or a code. */
function separatorsOf(item: z.ZodType): RegExp {
  return item === Text || item instanceof z.ZodObject ? /;/ : /[;,]/;
}

function readGroup(group: z.ZodObject, text: string): Record<string, unknown> {
  const [first = '', second = ''] = Object.keys(group.shape);
  const [, name = text, code = null] = /^(.*?)\s*\((\w+)\)$/.exec(text) ?? [];
  return { [first]: name, [second]: code };
}

/** A field without the null that stands for unknown. */
export function knownPart(field: z.ZodType): z.ZodType {
  return field instanceof z.ZodNullable ? knownPart(field.unwrap() as z.ZodType) : field;
}

/**
 * What may be entered in a field, in words.
 *
 * @example
 * allowedText(z.boolean().nullable()) // => 'true or false; empty for unknown'
 */
export function allowedText(field: z.ZodType): string {
  const inner = knownPart(field);
  const words = inner instanceof z.ZodArray ? listWords(inner) : valueWords(inner);
  const unknown = unknownOf(field);
  if (unknown === undefined) return words;
  return typeof unknown === 'string' ? `${words}; empty for ${unknown}` : `${words}; empty for ${unknownWords(field)}`;
}

function listWords({ element }: z.ZodArray): string {
  const item = element as z.ZodType;
  if (item instanceof z.ZodObject) return 'values joined by “;”, each as “name (CODE)”';
  const joined = item === Text ? 'values joined by “;”' : 'values joined by “,”';
  return `${joined}, each ${valueWords(item)}`;
}

function valueWords(field: z.ZodType): string {
  if (field instanceof z.ZodEnum) {
    const { options } = field;
    return options.length > 20 ? `one of ${options.length} codes` : `one of ${options.join(', ')}`;
  }
  if (field instanceof z.ZodBoolean) return 'true or false';
  if (field instanceof z.ZodNumber) return 'a whole number';
  const [issue] = field.safeParse('').error?.issues ?? [];
  return issue === undefined ? 'text' : expectedBy(issue);
}

function unknownWords(field: z.ZodType): string {
  return field instanceof z.ZodNullable ? 'unknown' : 'none named';
}

/**
 * What a field holds where nothing is known: null, an empty list, or the word of its vocabulary; `undefined` where it
 * must be known.
 *
 * @example
 * unknownOf(z.enum(['police', 'unknown'])) // => 'unknown'
 */
export function unknownOf(field: z.ZodType): unknown {
  if (field instanceof z.ZodNullable) return null;
  if (field instanceof z.ZodArray) return field.safeParse([]).success ? [] : undefined;
  return field instanceof z.ZodEnum
    ? field.options.find((term) => !isKnown(term) || term === 'not_checked')
    : undefined;
}
