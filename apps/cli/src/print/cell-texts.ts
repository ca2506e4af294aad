import { cellWriter, signs, withDigits, type Table } from '@govexport/router';

/** The cells of a table as people read them. */
export function cellTexts(table: Table): string[][] {
  const { columns, rows } = withDigits(table);
  const write = cellWriter(columns, 'en');
  return rows.map((row) => columns.map(({ key }) => visible(write(row, key))));
}

/** A text in which no character breaks the line, moves the cursor or turns the direction of a terminal. */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu, '\uFFFD');
}

/** The same for a text of several lines. */
export function visibleLines(text: string): string {
  return text.split('\n').map(visible).join('\n');
}

/** Says what a sign means where it stands in a table. */
export function signNote(table: Table): string | null {
  const cells = new Set(cellTexts(table).flat());
  const meanings = [
    cells.has(signs.above) || cells.has(signs.below) ? `${signs.above}: without bound.` : null,
    cells.has(signs.missing) ? `${signs.missing}: unknown, not computable or not applicable.` : null,
  ].filter((meaning) => meaning !== null);
  return meanings.length === 0 ? null : meanings.join(' ');
}
