import type { Table } from '@govexport/router';
import { cellTexts } from './cell-texts.ts';
import { displayWidth, pad } from './display-width.ts';
import { wrapText, hang } from './wrap-text.ts';

const gap = '  ';
/** A column is not made narrower than its longest word of at most so many columns, as long as the table fits. */
const longestWord = 14;
const narrowest = 4;

/**
 * A table with a header and aligned columns. Where it is wider than the terminal, its widest text columns are made
 * narrower and their cells broken into lines.
 *
 * @param width - columns of the terminal; null for as wide as need be
 */
export function tableLines(table: Table, width: number | null): string[] {
  const { columns } = table;
  const header = columns.map(({ label }) => label);
  const rows = [header, ...cellTexts(table)];
  const widths = fit(rows, table, width);
  const sides = columns.map(({ kind }) => (kind === 'text' ? ('left' as const) : ('right' as const)));
  const [head = [], ...body] = rows.map((cells) => rowLines(cells, widths, sides));
  const rule = widths.map((columnWidth) => '-'.repeat(columnWidth)).join(gap);
  return [...head, rule, ...body.flat()];
}

function widestOf(rows: readonly (readonly string[])[], index: number): number {
  return Math.max(...rows.map((cells) => displayWidth(cells[index] ?? '')));
}

function fit(rows: readonly (readonly string[])[], { columns }: Table, width: number | null): number[] {
  const widths = columns.map((_, index) => widestOf(rows, index));
  if (width === null) return widths;
  const available = width - gap.length * (columns.length - 1);
  const words = columns.map((_, index) => Math.min(longestWord, widestOf(rows.map(wordsOf), index)));
  for (const minimums of [words, columns.map(() => narrowest)]) {
    const shrinkable = (index: number): boolean =>
      columns[index]?.kind === 'text' && (widths[index] ?? 0) > (minimums[index] ?? 0);
    while (sum(widths) > available) {
      const widest = Math.max(0, ...widths.filter((_, index) => shrinkable(index)));
      const index = widths.findIndex((columnWidth, candidate) => columnWidth === widest && shrinkable(candidate));
      if (index < 0) break;
      widths[index] = widest - 1;
    }
  }
  return widths;
}

/** The widest word of each cell. */
function wordsOf(cells: readonly string[]): string[] {
  return cells.map((cell) => cell.split(' ').reduce((a, b) => (displayWidth(b) > displayWidth(a) ? b : a), ''));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function rowLines(cells: readonly string[], widths: readonly number[], sides: readonly ('left' | 'right')[]): string[] {
  const broken = cells.map((cell, index) => wrapText(cell, widths[index] ?? narrowest, 'broken'));
  const height = Math.max(1, ...broken.map(({ length }) => length));
  return Array.from({ length: height }, (_, line) =>
    broken
      .map((lines, index) => pad(lines[line] ?? '', widths[index] ?? 0, sides[index]))
      .join(gap)
      .trimEnd(),
  );
}

/** A table as records: one line for each column, an empty line between two rows. */
export function recordLines(table: Table, width: number): string[] {
  const labels = table.columns.map(({ label }) => label);
  const records = cellTexts(table).map((cells) =>
    fieldLines(
      cells.map((cell, index) => [labels[index] ?? '', cell]),
      labels,
      width,
    ),
  );
  return records.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}

/** Fields with their values, which stand right of the widest of some labels. */
export function fieldLines(
  entries: readonly (readonly [label: string, text: string])[],
  labels: readonly string[],
  width: number,
): string[] {
  const indent = Math.max(0, ...labels.map(displayWidth)) + 2;
  return entries.flatMap(([label, text]) => (pad(label, indent) + hang(text, width, ' '.repeat(indent))).split('\n'));
}
