import { z } from 'zod';

/**
 * The value that the text of a cell stands for in a field: an empty cell is `null`, digits are a number in a field of
 * numbers, `true` and `false` are booleans in a field of those. Any other text stays as it is, so that the check of
 * the field refuses what does not fit.
 *
 * @example
 * readCell(z.int().nullable(), '12') // => 12
 * @example
 * readCell(z.int().nullable(), '1,200') // => '1,200'
 */
export function readCell(field: unknown, text: string): string | number | boolean | null {
  if (text === '') return null;
  const inner = field instanceof z.ZodNullable ? field.unwrap() : field;
  if (inner instanceof z.ZodNumber && /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text)) return Number(text);
  if (inner instanceof z.ZodBoolean && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}
