import { cellWriter, writeCount, writeExact, type CellWriter } from '@govexport/charts';
import { getLocale } from './generated/runtime.js';
import type { Column } from './table.ts';

/**
 * Writes a count for reading.
 *
 * @example
 * formatCount(12345) // => '12,345'
 */
export function formatCount(count: number): string {
  return writeCount(count, getLocale());
}

/** Writes the number of a record, with all its digits. */
export function formatExact(value: number): string {
  return writeExact(value, getLocale());
}

/** Writes the cells of a table for reading; the full number stays in the markup beside it. */
export function writerOf(columns: readonly Column[]): CellWriter {
  return cellWriter(columns, getLocale());
}

/** A name of a field as words. */
export { nameInWords as words } from '@govexport/charts';
