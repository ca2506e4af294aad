import type { SeriesMarks } from '../drawing.ts';
import { signs } from '@govexport/analysis/tables';
import { textWidth } from './text-width.ts';
import { wrapText } from './wrap-text.ts';

const lineHeight = 16;
const least = { cell: 62, height: 30 };

/** Places a heat table: a row for each series, a cell for each label; null where its cells would be too small to read. */
export function heatLayout(groups: readonly SeriesMarks[], width: number) {
  const labels = [...new Set(groups.flatMap(({ marks }) => marks.map(({ label }) => label)))];
  const longest = Math.max(0, ...groups.map(({ series }) => textWidth(series ?? '')));
  const left = Math.min(0.32 * width, longest + 16);
  const cell = Math.min(120, (width - left) / Math.max(1, labels.length));
  if (cell < least.cell) return null;
  const heads = labels.map((label) => wrapText(label, cell - 8));
  const top = Math.max(0, ...heads.map((lines) => lines.length)) * lineHeight + 8;
  const largest = Math.max(1, ...groups.flatMap(({ marks }) => marks.map(({ value }) => value ?? 0)));
  let height = top;
  const rows = groups.map(({ series, marks }) => {
    const lines = wrapText(series ?? '', left - 14);
    const y = height;
    const rowHeight = Math.max(least.height, lines.length * lineHeight + 8);
    height += rowHeight;
    const own = new Map(marks.map((mark) => [mark.label, mark]));
    return {
      lines: lines.map((text, index) => ({
        text,
        y: y + rowHeight / 2 + 4.5 + (index - (lines.length - 1) / 2) * lineHeight,
      })),
      ...{ y, height: rowHeight },
      cells: labels.map((label, index) => {
        const { value = null, details = null, text = signs.missing } = own.get(label) ?? {};
        return { x: left + index * cell, text, words: details, share: Math.max(0, value ?? 0) / largest };
      }),
    };
  });
  return {
    ...{ left, cell, height, rows },
    heads: heads.map((lines, index) => ({
      x: left + (index + 0.5) * cell,
      lines: lines.map((text, place) => ({ text, y: top - 10 - (lines.length - 1 - place) * lineHeight })),
    })),
  };
}

/** A heat table, placed. */
export type HeatShape = NonNullable<ReturnType<typeof heatLayout>>;
