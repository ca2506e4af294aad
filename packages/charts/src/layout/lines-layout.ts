import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { Mark } from '../drawing.ts';
import type { NumberForm } from '@govexport/analysis/tables';
import { textWidth } from './text-width.ts';
import { axisTicks } from './axis-ticks.ts';

/** Size of a drawing of lines and how its numbers are written. */
export interface LinesFrame extends NumberForm {
  readonly width: number;
  readonly height: number;
  /** Every group of the chart in its order: a group looks the same in each small chart. */
  readonly groups: readonly (string | null)[];
}

interface Point {
  readonly x: number;
  readonly y: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** The point in words; null where the year has no value. */
  readonly words: string | null;
}

const margin = { top: 12, bottom: 28 };
const lineHeight = 14;

/** Places lines over years, one a group with its name at its end. Where a year has no value, the line has a gap. */
export function linesLayout(marks: readonly Mark[], frame: LinesFrame) {
  const years = marks.map(({ label }) => Number(label));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const numbers = marks.flatMap(({ value, low, high }) => [value, low, high].filter((one) => one !== null));
  const bottom = frame.height - margin.bottom;
  const y = scaleLinear()
    .domain(numbers.length === 0 ? [0, 1] : [Math.min(...numbers), Math.max(...numbers)])
    .nice(4)
    .range([bottom, margin.top]);
  const rows = axisTicks(y.ticks(4), frame).map(({ value, text }) => ({ y: y(value), text }));
  const groups = frame.groups.filter((group) => marks.some((mark) => mark.group === group));
  const names = Math.max(0, ...groups.map((group) => textWidth(group ?? '')));
  const plot = {
    left: Math.max(20, ...rows.map(({ text }) => textWidth(text))) + 10,
    right: frame.width - Math.min(0.4 * frame.width, names) - 12,
    bottom,
  };
  const x = scaleLinear()
    .domain(first === last ? [first - 1, last + 1] : [first, last])
    .range([plot.left, plot.right]);
  const lines = groups.map((group) => {
    const own = new Map(marks.filter((mark) => mark.group === group).map((mark) => [Number(mark.label), mark]));
    const points = Array.from({ length: last - first + 1 }, (_, index): Point => {
      const mark = own.get(first + index);
      const place = (value: number | null | undefined) =>
        value === null || value === undefined ? null : rounded(y(value));
      return {
        x: rounded(x(first + index)),
        y: place(mark?.value),
        low: place(mark?.low),
        high: place(mark?.high),
        words: mark && mark.value !== null ? mark.details : null,
      };
    });
    return {
      group,
      look: frame.groups.indexOf(group),
      ...pathsOf(points),
      points,
      end: points.findLast((one) => one.y !== null),
    };
  });
  return {
    plot,
    rows,
    lines,
    names: spread(
      lines.flatMap(({ group, end }) => (group === null || !end ? [] : [{ text: group, y: end.y ?? 0 }])),
      { top: margin.top, bottom },
    ),
    labels: yearsOn(first, last, plot.right - plot.left).map((year) => ({ x: x(year), text: String(year) })),
  };
}

/** A hundredth of a point is finer than any screen; more digits are weight of pages. */
function rounded(place: number): number {
  return Math.round(place * 100) / 100;
}

/** Lines with their axes, placed. */
export type LinesShape = ReturnType<typeof linesLayout>;

function pathsOf(points: readonly Point[]) {
  const drawn = line<Point>(
    ({ x }) => x,
    ({ y }) => y ?? 0,
  ).defined(({ y }) => y !== null);
  const around = area<Point>()
    .x(({ x }) => x)
    .y0(({ low }) => low ?? 0)
    .y1(({ high }) => high ?? 0)
    .defined(({ low, high }) => low !== null && high !== null);
  const alone = points.filter(({ y }, index) => {
    return y !== null && (points[index - 1]?.y ?? null) === null && (points[index + 1]?.y ?? null) === null;
  });
  return { path: drawn.digits(2)(points), band: around.digits(2)(points) ?? '', alone };
}

interface Name {
  readonly text: string;
  y: number;
}

/** Names at the ends of lines, moved apart where they would lie on each other. */
function spread(names: readonly Name[], { top, bottom }: { top: number; bottom: number }): Name[] {
  const placed = names.map((name) => ({ ...name })).sort((one, other) => one.y - other.y);
  let edge = top - lineHeight / 2;
  for (const name of placed) {
    name.y = Math.max(name.y, edge + lineHeight / 2);
    edge = name.y + lineHeight / 2;
  }
  edge = bottom + lineHeight / 2;
  for (const name of placed.toReversed()) {
    name.y = Math.min(name.y, edge - lineHeight / 2);
    edge = name.y - lineHeight / 2;
  }
  return placed;
}

/** Years that are written: both ends where there is room for no more. */
function yearsOn(first: number, last: number, width: number): number[] {
  const every = Math.max(1, Math.ceil(((last - first + 1) * 48) / width));
  return Array.from({ length: Math.floor((last - first) / every) + 1 }, (_, index) => first + index * every);
}
