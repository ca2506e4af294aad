import { scaleLinear, scaleTime } from 'd3-scale';
import { line, curveStepAfter } from 'd3-shape';

/** One dated step of a state to a rung. */
export interface Step {
  date: string;
  rank: number;
  level: string;
}

/** The recorded steps of states, with what is written beside the chart. */
export interface Ladder {
  states: { name: string; description: string; steps: Step[] }[];
  /** Day to which the last level is drawn; null: the day of the last step. */
  until: string | null;
  note: string;
}

const rungs = 5;
const margin = { top: 12, right: 8, bottom: 22, left: 20 };

/** A partial date stands at its beginning. */
const dayOf = (date: string) => new Date(`${date}${'-01-01'.slice(0, 10 - date.length)}T00:00:00Z`);

/** Places the steps of each state on its own small ladder; all share the years, so that they can be compared. */
export function ladderGeometry({ states, until }: Ladder, width: number, height: number) {
  const days = states.flatMap(({ steps }) => steps.map(({ date }) => dayOf(date).getTime()));
  const end = until === null ? Math.max(...days) : dayOf(until).getTime();
  const first = new Date(Math.min(...days)).getUTCFullYear();
  const x = scaleTime()
    .domain([new Date(Date.UTC(first, 0, 1)), new Date(end)])
    .range([margin.left, width - margin.right]);
  const y = scaleLinear()
    .domain([1, rungs])
    .range([height - margin.bottom, margin.top]);
  const draw = line().curve(curveStepAfter);
  return {
    rungs: Array.from({ length: rungs }, (_, index) => ({ rank: index + 1, y: y(index + 1) })),
    years: yearsBetween(first, new Date(end).getUTCFullYear()).map((year) => ({
      year,
      x: x(new Date(Date.UTC(year, 0, 1))),
    })),
    states: states.map(({ name, description, steps }) => {
      const points = steps.map(({ date, rank }): [number, number] => [x(dayOf(date)), y(rank)]);
      const last = points.at(-1);
      return {
        name,
        description,
        points,
        path: last === undefined ? null : draw([...points, [x(new Date(end)), last[1]]]),
      };
    }),
    plot: { left: margin.left, right: width - margin.right, bottom: height - margin.bottom },
  };
}

const every = 10;

function yearsBetween(first: number, last: number): number[] {
  const start = Math.ceil(first / every) * every;
  return Array.from({ length: Math.floor((last - start) / every) + 1 }, (_, index) => start + index * every);
}
