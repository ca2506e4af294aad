import { scaleLinear, scaleTime } from 'd3-scale';
import { line, curveStepAfter } from 'd3-shape';
import type { Frame } from './frame.ts';

/** One dated step of a state to a rung. */
export interface Step {
  readonly date: string;
  readonly rank: number;
  readonly level: string;
}

/** The recorded steps of states, with what is written beside the chart. */
export interface Ladder {
  readonly states: readonly LadderState[];
  /** Day to which the last level is drawn; null: the day of the last step. */
  readonly until: string | null;
  readonly note: string;
}

/** A state with its recorded steps. */
export interface LadderState {
  readonly name: string;
  readonly description: string;
  readonly steps: readonly Step[];
}

const rungs = 5;
const panel = { width: 160, gapX: 24, gapY: 18, heading: 24 };
/** A ladder is as high as it takes to tell its rungs apart; a wide one rises with its width, so that steps stay steps. */
const heights = { least: 132, most: 200, share: 0.28 };
const margin = { top: 12, right: 8, bottom: 22, left: 20 };

/** A partial date stands at its beginning. */
const dayOf = (date: string) => new Date(`${date}${'-01-01'.slice(0, 10 - date.length)}T00:00:00Z`);

/** Places the steps of each state on its own small ladder; all share the years, so that they can be compared. */
export function ladderLayout({ states, until }: Ladder, frame: Pick<Frame, 'width'>) {
  const across = laddersAcross(states.length, frame.width);
  const width = (frame.width - (across - 1) * panel.gapX) / across;
  const height = Math.min(heights.most, Math.max(heights.least, Math.round(width * heights.share)));
  const rowHeight = panel.heading + height + panel.gapY;
  const days = states.flatMap(({ steps }) => steps.map(({ date }) => dayOf(date).getTime()));
  const end = until === null ? Math.max(...days) : dayOf(until).getTime();
  const first = new Date(Math.min(end, ...days)).getUTCFullYear();
  const plotWidth = width - margin.left - margin.right;
  const x = scaleTime()
    .domain([new Date(Date.UTC(first, 0, 1)), new Date(end)])
    .range([margin.left, width - margin.right]);
  const y = scaleLinear()
    .domain([1, rungs])
    .range([height - margin.bottom, margin.top]);
  const draw = line().curve(curveStepAfter).digits(2);
  return {
    height: Math.ceil(states.length / across) * rowHeight - panel.gapY,
    top: panel.heading,
    rungs: Array.from({ length: rungs }, (_, index) => ({ rank: index + 1, y: y(index + 1) })),
    years: yearsBetween(first, new Date(end).getUTCFullYear(), plotWidth).map((year) => ({
      year,
      x: x(new Date(Date.UTC(year, 0, 1))),
    })),
    states: states.map(({ name, steps }, index) => {
      const points = steps.map(({ date, rank, level }) => ({ x: x(dayOf(date)), y: y(rank), date, level }));
      const last = points.at(-1);
      const path =
        last && draw([...points.map((point): [number, number] => [point.x, point.y]), [x(new Date(end)), last.y]]);
      return {
        name,
        points,
        path: path ?? null,
        place: { x: (index % across) * (width + panel.gapX), y: Math.floor(index / across) * rowHeight },
      };
    }),
    plot: { left: margin.left, right: width - margin.right, bottom: height - margin.bottom },
  };
}

/** Ladders of states, placed. */
export type LadderShape = ReturnType<typeof ladderLayout>;

/** Rows are filled evenly: five states are three and two, not four and one. */
function laddersAcross(states: number, width: number): number {
  const fitting = Math.max(1, Math.floor((width + panel.gapX) / (panel.width + panel.gapX)));
  return Math.max(1, Math.ceil(states / Math.ceil(states / fitting)));
}

/** Room that a year needs to be read. */
const yearWidth = 52;

/** Every fifth year where there is room, else every tenth. */
function yearsBetween(first: number, last: number, width: number): number[] {
  const every = (5 * width) / Math.max(1, last - first) >= yearWidth ? 5 : 10;
  const start = Math.ceil(first / every) * every;
  return Array.from({ length: Math.floor((last - start) / every) + 1 }, (_, index) => start + index * every);
}
