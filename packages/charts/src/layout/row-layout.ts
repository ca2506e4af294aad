import { scaleLinear } from 'd3-scale';
import type { Mark } from '../drawing.ts';
import type { NumberForm } from '@govexport/analysis/tables';
import { textWidth } from './text-width.ts';
import { axisTicks } from './axis-ticks.ts';
import { wrapText } from './wrap-text.ts';

/** Size of a drawing whose marks lie in rows, its scale and how its numbers are written. */
export interface RowFrame extends NumberForm {
  readonly width: number;
  /** Narrow drawings put the label above its row. */
  readonly narrow: boolean;
  /** Ends of the scale; zero is always on it. */
  readonly scale: readonly [number, number];
  /** Room for labels on the left of wide drawings, and for values on the right. */
  readonly labelRoom: number;
  readonly valueRoom: number;
}

const axisHeight = 26;
const lineHeight = 16;
const space = 14;

/** Places horizontal bars or dots with their intervals, labels and the axis. */
export function rowLayout(marks: readonly Mark[], frame: RowFrame) {
  const { width, narrow, kind } = frame;
  const left = narrow ? 2 : frame.labelRoom;
  const plot = { left, right: width - frame.valueRoom };
  const [from, to] = frame.scale;
  const top = kind === 'share' && to <= 1 ? Math.min(1, to || 1) : to || 1;
  const x = scaleLinear()
    .domain([Math.min(0, from), top])
    .nice(4)
    .range([plot.left, plot.right]);
  const placed: { mark: Mark; lines: string[]; y: number; height: number }[] = [];
  let height = 0;
  for (const mark of marks) {
    const lines = wrapText(mark.label, narrow ? width - 8 : left - 24);
    const own = narrow ? lines.length * lineHeight + 30 : Math.max(32, lines.length * lineHeight + 14);
    placed.push({ mark, lines, y: height, height: own });
    height += own;
  }
  return {
    height: height + axisHeight,
    plot: { ...plot, bottom: height },
    zero: x(0),
    rows: placed.map(({ mark, lines, y, height: own }) => {
      const middle = narrow ? y + own - 14 : y + own / 2;
      const first = narrow ? y + 16 : middle + 4.5 - ((lines.length - 1) * lineHeight) / 2;
      return {
        mark,
        words: mark.details,
        middle,
        labelX: narrow ? left + 3 : left - 12,
        lines: lines.map((text, index) => ({ text, y: first + index * lineHeight })),
        value: x(mark.value ?? 0),
        whisker: whiskerOf(mark, x, plot.right),
        text: mark.text,
      };
    }),
    ticks: spaced(axisTicks(x.ticks(narrow ? 3 : 5), frame).map(({ value, text }) => ({ x: x(value), text }))),
  };
}

/** Rows with their axis, placed. */
export type RowShape = ReturnType<typeof rowLayout>;

/** Room that the labels of rows ask for: what the longest needs, up to two fifths of the width. */
export function labelRoomOf(marks: readonly Mark[], width: number): number {
  const longest = Math.max(0, ...marks.map(({ label }) => textWidth(label)));
  return Math.min(0.4 * width, Math.max(90, longest + 26));
}

/** Room that the values beside rows ask for. */
export function valueRoomOf(marks: readonly Mark[]): number {
  return Math.max(20, ...marks.map((mark) => textWidth(mark.text))) + space;
}

/** Labels of an axis that keep clear of each other and inside of the drawing, whose plot may begin at its edge. */
function spaced(ticks: readonly { x: number; text: string }[]) {
  const kept: { x: number; labelX: number; text: string; labelled: boolean }[] = [];
  let edge = -Infinity;
  for (const { x, text } of ticks) {
    const half = textWidth(text) / 2;
    const labelX = Math.max(x, half);
    const labelled = labelX - half > edge;
    if (labelled) edge = labelX + half + 6;
    kept.push({ x, labelX, text, labelled });
  }
  return kept;
}

/** A whisker without an end runs to the edge of the plot. */
function whiskerOf({ low, high }: Mark, x: (value: number) => number, edge: number) {
  if (low === null && high === null) return null;
  return { from: x(low ?? 0), to: high === null ? edge : x(high), open: high === null };
}
