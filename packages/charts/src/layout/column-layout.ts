import { scaleBand, scaleLinear } from 'd3-scale';
import { area, curveLinear, curveStep, line } from 'd3-shape';
import type { Mark } from '../drawing.ts';
import type { NumberForm } from '@govexport/analysis/tables';
import { textWidth } from './text-width.ts';
import { axisTicks } from './axis-ticks.ts';

/** Size of a drawing, its scale and how its numbers are written. */
export interface ColumnFrame extends NumberForm {
  readonly width: number;
  readonly height: number;
  /** Ends of the scale; zero is always on it. */
  readonly scale: readonly [number, number];
  /** Whether the fitted line goes in steps, from one year to the next. */
  readonly steps: boolean;
}

const margin = { top: 14, right: 6, bottom: 28 };
/** Room between the labels of the horizontal axis. */
const space = 14;

/** Places vertical columns, their whiskers, the fitted line and both axes. */
export function columnLayout(marks: readonly Mark[], frame: ColumnFrame) {
  const [from, to] = frame.scale;
  const y = scaleLinear()
    .domain([Math.min(0, from), to > 0 ? to : from < 0 ? 0 : 1])
    .nice(4)
    // Only the band can leave the scale: it ends at the edge, as an interval without an end does.
    .clamp(true)
    .range([frame.height - margin.bottom, margin.top]);
  const ticks = axisTicks(y.ticks(4), frame).map(({ value, text }) => ({ y: y(value), text }));
  const left = Math.max(24, ...ticks.map(({ text }) => textWidth(text))) + 10;
  const plot = { left, right: frame.width - margin.right, bottom: frame.height - margin.bottom };
  const x = scaleBand<number>()
    .domain(marks.map((_, index) => index))
    .range([plot.left, plot.right])
    .paddingInner(0.28)
    .paddingOuter(0.14);
  const center = (index: number) => (x(index) ?? 0) + x.bandwidth() / 2;
  const curve = frame.steps ? curveStep : curveLinear;
  const widest = Math.max(0, ...marks.map(({ label }) => textWidth(label)));
  const every = Math.max(1, Math.ceil((marks.length * (widest + space)) / (plot.right - plot.left)));
  return {
    plot,
    zero: y(0),
    columns: marks.map((mark, index) => ({
      mark,
      words: mark.details,
      ...{ x: x(index) ?? 0, width: x.bandwidth(), center: center(index) },
      top: y(Math.max(0, mark.value ?? 0)),
      bottom: y(Math.min(0, mark.value ?? 0)),
      whisker: whiskerOf(mark, y),
    })),
    path: fittedPath(marks, { center, y, curve }),
    band: bandPath(marks, { center, y, curve }),
    rows: ticks,
    labels: marks.flatMap((mark, index) => (index % every === 0 ? [{ x: center(index), text: mark.label }] : [])),
  };
}

/** Columns with their axes, placed. */
export type ColumnShape = ReturnType<typeof columnLayout>;

type Scale = (value: number) => number;

/** A whisker without an upper end runs to the top of the plot. */
function whiskerOf({ low, high }: Mark, y: Scale) {
  if (low === null && high === null) return null;
  return { bottom: y(low ?? 0), top: high === null ? margin.top : y(high), open: high === null };
}

interface Axes {
  readonly center: Scale;
  readonly y: Scale;
  readonly curve: typeof curveLinear;
}

function fittedPath(marks: readonly Mark[], { center, y, curve }: Axes): string | null {
  const points = marks.flatMap((mark, index) =>
    mark.line === null ? [] : [[center(index), y(mark.line)] as [number, number]],
  );
  return points.length < 2 ? null : line().curve(curve).digits(2)(points);
}

/** The intervals of the fitted values; one without an upper end runs to the top of the plot. */
function bandPath(marks: readonly Mark[], { center, y, curve }: Axes): string | null {
  const around = area<Mark>()
    .curve(curve)
    .x((_, index) => center(index))
    .y0(({ lineLow }) => y(lineLow ?? 0))
    .y1(({ lineHigh }) => (lineHigh === null ? margin.top : y(lineHigh)))
    .defined(({ line: fitted, lineLow }) => fitted !== null && lineLow !== null);
  return around.digits(2)([...marks]);
}
