import { scaleBand, scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { formatNumber } from '../format.ts';
import type { ColumnKind } from '../table.ts';
import { largest, type Mark } from './marks.ts';

/** Size of a drawing and what it must leave room for, in the units of its view box. */
export interface ColumnFrame {
  width: number;
  height: number;
  /** Top of the scale; not given: the largest number drawn. */
  maximum?: number;
  kind: ColumnKind;
}

const margin = { top: 14, right: 6, bottom: 28, left: 34 };
/** Room that one label of the horizontal axis needs. */
const labelWidth = 46;

/** Places vertical columns, their whiskers, the fitted line and both axes. */
export function columnGeometry(marks: readonly Mark[], frame: ColumnFrame) {
  const plot = { left: margin.left, right: frame.width - margin.right, bottom: frame.height - margin.bottom };
  const x = scaleBand<number>()
    .domain(marks.map((_, index) => index))
    .range([plot.left, plot.right])
    .paddingInner(0.28)
    .paddingOuter(0.14);
  const y = scaleLinear()
    .domain([0, (frame.maximum ?? largest(marks)) || 1])
    .nice(4)
    .range([plot.bottom, margin.top]);
  const center = (index: number) => (x(index) ?? 0) + x.bandwidth() / 2;
  const every = Math.max(1, Math.ceil((marks.length * labelWidth) / (plot.right - plot.left)));
  return {
    plot,
    columns: marks.map((mark, index) => ({
      mark,
      x: x(index) ?? 0,
      width: x.bandwidth(),
      center: center(index),
      top: y(mark.value ?? 0),
      whisker: whiskerOf(mark, y),
    })),
    path: fittedPath(marks, { center, y }),
    rows: y.ticks(4).map((tick) => ({ y: y(tick), text: formatNumber(tick, frame.kind) })),
    labels: marks.flatMap((mark, index) => (index % every === 0 ? [{ x: center(index), text: mark.label }] : [])),
  };
}

type Scale = (value: number) => number;

/** A whisker without an upper end runs to the top of the plot. */
function whiskerOf({ low, high }: Mark, y: Scale) {
  if (low === null && high === null) return null;
  return { bottom: y(low ?? 0), top: high === null ? margin.top : y(high), open: high === null };
}

function fittedPath(marks: readonly Mark[], { center, y }: { center: Scale; y: Scale }): string | null {
  const points = marks.flatMap((mark, index) =>
    mark.line === null ? [] : [[center(index), y(mark.line)] as [number, number]],
  );
  return points.length < 2 ? null : line()(points);
}
