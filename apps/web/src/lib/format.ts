import { formatCell as cellIn, formatNumber as numberIn } from '@govexport/charts';
import { getLocale } from './generated/runtime.js';
import type { Cell, ColumnKind } from './table.ts';

/**
 * Writes a number for reading; the full number stays in the markup beside it.
 *
 * @example
 * formatNumber(0.64179, 'share') // => '64.2%'
 */
export function formatNumber(value: number, kind: ColumnKind): string {
  return numberIn(value, { kind, language: getLocale() });
}

/** Writes any cell; null is written as a dash. */
export function formatCell(value: Cell, kind: ColumnKind): string {
  return cellIn(value, { kind, language: getLocale() });
}

/** A name of a field as words. */
export { nameInWords as words } from '@govexport/charts';
