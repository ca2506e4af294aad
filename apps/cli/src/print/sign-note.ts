import type { Table } from '@govexport/router';
import { cellTexts, signs } from './cell-texts.ts';

/** Says what a sign means where it stands in a table. */
export function signNote(table: Table): string | null {
  const cells = new Set(cellTexts(table).flat());
  const meanings = [
    cells.has(signs.infinite) ? `${signs.infinite}: without a finite value.` : null,
    cells.has(signs.missing) ? `${signs.missing}: not computable or not applicable.` : null,
  ].filter((meaning) => meaning !== null);
  return meanings.length === 0 ? null : meanings.join(' ');
}
