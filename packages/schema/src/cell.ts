import { z } from 'zod';

/** What one cell of a flat table holds; `null` where nothing is known. */
export type CellValue = string | number | boolean | null;

/** What the cells of a column hold beside `null`. */
export type CellType = 'text' | 'integer' | 'number' | 'boolean';

/**
 * The type of the cells of a field that holds one value. It follows from the schema alone, so that a column without a
 * known value has it too.
 *
 * @example
 * cellTypeOf(z.int().min(0).nullable()) // => 'integer'
 */
export function cellTypeOf(field: unknown): CellType {
  const inner = knownPart(field);
  if (inner instanceof z.ZodBoolean) return 'boolean';
  if (inner instanceof z.ZodNumber) return inner.format?.includes('int') === true ? 'integer' : 'number';
  return 'text';
}

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
export function readCell(field: unknown, text: string): CellValue {
  if (text === '') return null;
  const inner = knownPart(field);
  if (inner instanceof z.ZodNumber && /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text)) return Number(text);
  if (inner instanceof z.ZodBoolean && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}

function knownPart(field: unknown): unknown {
  return field instanceof z.ZodNullable ? field.unwrap() : field;
}

/**
 * Text as a cell that no spreadsheet runs: one that begins with `=`, `+`, `-`, `@`, a tab, a carriage return or an
 * apostrophe gets an apostrophe before it. {@link unescapeCell} takes it off again. Numbers are not escaped.
 *
 * @example
 * escapeCell('=1+1') // => "'=1+1"
 */
export function escapeCell(text: string): string {
  return /^[=+\-@\t\r']/.test(text) ? `'${text}` : text;
}

/**
 * The text of a cell that {@link escapeCell} made: without the apostrophe at its start, if there is one.
 *
 * @example
 * unescapeCell("'=1+1") // => '=1+1'
 */
export function unescapeCell(cell: string): string {
  return cell.startsWith("'") ? cell.slice(1) : cell;
}
