import { scaleBand } from 'd3-scale';
import { symbol, symbolCircle, symbolSquare, symbolTriangle } from 'd3-shape';
import type { Frame } from './frame.ts';

/** One program on the timeline. */
export interface TimelineMark {
  readonly id: string;
  readonly title: string;
  readonly year: number;
  readonly domain: string;
  readonly counted: boolean;
}

/** All programs of the records, with what is written beside the chart. */
export interface Timeline {
  readonly marks: readonly TimelineMark[];
  /** Labels of the domains by their names. */
  readonly domains: Readonly<Record<string, string>>;
  readonly description: string;
}

const margin = { top: 8, bottom: 26 };
const rowHeight = 15;
const labelWidth = 40;
/** Half of a label without the room around it. */
const letters = 16;
const shapes = { civil: symbolCircle, justice: symbolTriangle, security: symbolSquare };
/** Signs of the same area do not look equally large. */
const weights = { civil: 1, justice: 0.62, security: 1 };

/** The sign of a domain, so that its meaning never rests on a colour; about `size` wide. */
export function domainSign(domain: string, size: number): string {
  const known = domain in shapes ? (domain as keyof typeof shapes) : 'civil';
  return symbol(shapes[known], (weights[known] * size * size * Math.PI) / 4).digits(2)() ?? '';
}

/** Stacks one sign a program over its year, those of one domain together. */
export function timelineLayout(marks: readonly TimelineMark[], { width }: Pick<Frame, 'width'>) {
  const years = marks.map(({ year }) => year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const range = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const x = scaleBand<number>().domain(range).range([0, width]);
  const heights = new Map<number, number>();
  const sorted = marks.toSorted(
    (one, other) => one.domain.localeCompare(other.domain) || one.id.localeCompare(other.id),
  );
  const stacked = sorted.map((mark) => {
    const level = heights.get(mark.year) ?? 0;
    heights.set(mark.year, level + 1);
    return { mark, level };
  });
  const bottom = margin.top + Math.max(1, ...heights.values()) * rowHeight;
  const size = Math.min(11, x.bandwidth() - 2);
  const center = (year: number) => (x(year) ?? 0) + x.bandwidth() / 2;
  const every = Math.max(1, Math.ceil((range.length * labelWidth) / width));
  return {
    width,
    bottom,
    height: bottom + margin.bottom,
    marks: stacked.map(({ mark, level }) => ({
      mark,
      x: center(mark.year),
      y: bottom - (level + 0.5) * rowHeight,
      path: domainSign(mark.domain, size),
    })),
    // A label at an end is kept inside, as near to its year as it can stand.
    labels: range
      .filter((_, index) => index % every === 0)
      .map((year) => ({ year, x: Math.min(width - letters, Math.max(letters, center(year))) })),
  };
}
