import { scaleLinear } from 'd3-scale';
import { formatNumber } from '../format.ts';
import type { ColumnKind } from '../table.ts';
import { largest, type Mark } from './marks.ts';
import { textWidth } from './text-width.ts';

/** Size of a drawing whose marks lie in rows, one below the other. */
export interface RowFrame {
  width: number;
  /** Narrow drawings put the label above its row. */
  narrow: boolean;
  kind: ColumnKind;
}

const axisHeight = 26;
const right = 64;

/** Places horizontal bars or dots with their intervals, labels and the axis. */
export function rowGeometry(marks: readonly Mark[], { width, narrow, kind }: RowFrame) {
  const rowHeight = narrow ? 46 : 32;
  const left = narrow ? 2 : labelRoom(marks);
  const height = marks.length * rowHeight + axisHeight;
  const plot = { left, right: width - right, bottom: height - axisHeight };
  const top = kind === 'share' ? Math.min(1, largest(marks) || 1) : largest(marks) || 1;
  const x = scaleLinear().domain([0, top]).nice(4).range([plot.left, plot.right]);
  return {
    height,
    plot,
    rows: marks.map((mark, index) => {
      const middle = index * rowHeight + (narrow ? 32 : rowHeight / 2);
      return {
        mark,
        middle,
        label: narrow ? { x: left + 5, y: index * rowHeight + 16 } : { x: left - 12, y: middle + 4.5 },
        value: x(mark.value ?? 0),
        whisker: whiskerOf(mark, x, plot.right),
        text: mark.value === null ? '–' : formatNumber(mark.value, kind),
      };
    }),
    ticks: x.ticks(narrow ? 3 : 5).map((tick) => ({ x: x(tick), text: formatNumber(tick, kind) })),
  };
}

function labelRoom(marks: readonly Mark[]): number {
  const longest = Math.max(0, ...marks.map(({ label }) => textWidth(label)));
  return Math.min(290, Math.max(90, longest + 20));
}

/** A whisker without an upper end runs to the edge of the plot. */
function whiskerOf({ low, high }: Mark, x: (value: number) => number, edge: number) {
  if (low === null && high === null) return null;
  return { from: x(low ?? 0), to: high === null ? edge : x(high), open: high === null };
}
