import type { Mark, Scale } from './chart-marks.ts';
import { displayWidth } from './display-width.ts';

const levels = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
const height = 6;

/** Columns over years, as high as six lines with the years below. */
export function columnLines(marks: readonly Mark[], { to, words }: Scale, width: number): string[] {
  const [, top] = words;
  const gutter = displayWidth(top) + 1;
  const wide = Math.max(1, Math.min(4, Math.floor((width - gutter) / marks.length)));
  const rows = Array.from({ length: height }, (_, row) => {
    const floor = height - 1 - row;
    const cells = marks.map((mark) => cellOf(mark, { to, floor, wide }));
    const scale = row === 0 ? top : floor === 0 ? '0' : '';
    return `${scale.padStart(gutter - 1)} ${cells.join('')}`.trimEnd();
  });
  const [first = '', last = ''] = [marks[0]?.label, marks.at(-1)?.label];
  const between = marks.length * wide - displayWidth(first + last) - (wide > 1 ? 1 : 0);
  return [...rows, `${' '.repeat(gutter)}${first}${' '.repeat(Math.max(1, between))}${last}`];
}

interface Place {
  readonly to: number;
  /** Lines above the foot of the chart. */
  readonly floor: number;
  /** Signs for a column with the gap behind it. */
  readonly wide: number;
}

/** What a column shows in one line of the chart. */
function cellOf({ value }: Mark, { to, floor, wide }: Place): string {
  const lines = (number: number): number => (to === 0 ? 0 : (number / to) * height);
  const above = value === null ? 0 : Math.round((lines(value) - floor) * 8);
  const unknown = floor === 0 && value === null ? '?' : ' ';
  const column = above <= 0 ? unknown : (levels[Math.min(8, above) - 1] ?? ' ');
  return wide === 1 ? column : `${column.repeat(wide - 1)} `;
}

/** Values as one line of columns; an unknown value is a question mark. */
export function sparkline(marks: readonly Mark[], { from, to }: Pick<Scale, 'from' | 'to'>): string {
  const level = (value: number): number => Math.min(7, Math.floor(((value - from) / (to - from || 1)) * 8));
  return marks.map(({ value }) => (value === null ? '?' : (levels[level(value)] ?? ' '))).join('');
}
