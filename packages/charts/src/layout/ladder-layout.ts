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
const panel = { width: 224, height: 132, gapX: 24, gapY: 18, heading: 24 };
const margin = { top: 12, right: 8, bottom: 22, left: 20 };

/** A partial date stands at its beginning. */
const dayOf = (date: string) => new Date(`${date}${'-01-01'.slice(0, 10 - date.length)}T00:00:00Z`);

/** Places the steps of each state on its own small ladder; all share the years, so that they can be compared. */
export function ladderLayout({ states, until }: Ladder, frame: Pick<Frame, 'width'>) {
  const across = Math.max(1, Math.floor((frame.width + panel.gapX) / (panel.width + panel.gapX)));
  const width = (frame.width - (across - 1) * panel.gapX) / across;
  const rowHeight = panel.heading + panel.height + panel.gapY;
  const days = states.flatMap(({ steps }) => steps.map(({ date }) => dayOf(date).getTime()));
  const end = until === null ? Math.max(...days) : dayOf(until).getTime();
  const first = new Date(Math.min(end, ...days)).getUTCFullYear();
  const x = scaleTime()
    .domain([new Date(Date.UTC(first, 0, 1)), new Date(end)])
    .range([margin.left, width - margin.right]);
  const y = scaleLinear()
    .domain([1, rungs])
    .range([panel.height - margin.bottom, margin.top]);
  const draw = line().curve(curveStepAfter).digits(2);
  return {
    height: Math.ceil(states.length / across) * rowHeight - panel.gapY,
    top: panel.heading,
    rungs: Array.from({ length: rungs }, (_, index) => ({ rank: index + 1, y: y(index + 1) })),
    years: yearsBetween(first, new Date(end).getUTCFullYear()).map((year) => ({
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
    plot: { left: margin.left, right: width - margin.right, bottom: panel.height - margin.bottom },
  };
}

/** Ladders of states, placed. */
export type LadderShape = ReturnType<typeof ladderLayout>;

const every = 10;

function yearsBetween(first: number, last: number): number[] {
  const start = Math.ceil(first / every) * every;
  return Array.from({ length: Math.floor((last - start) / every) + 1 }, (_, index) => start + index * every);
}
