import type { Table } from '@govexport/router';
import { cellTexts } from './cell-texts.ts';
import { displayWidth, pad } from './display-width.ts';
import { hang } from './wrap-text.ts';

/** A table as records: one line for each column, an empty line between two rows. */
export function recordLines(table: Table, width: number): string[] {
  const labels = table.columns.map(({ label }) => label);
  const indent = Math.max(0, ...labels.map(displayWidth)) + 2;
  const records = cellTexts(table).map((cells) =>
    cells.map((cell, place) => pad(labels[place] ?? '', indent) + hang(cell, width, ' '.repeat(indent))),
  );
  return records.flatMap((lines, place) => (place === 0 ? lines : ['', ...lines])).flatMap((line) => line.split('\n'));
}
