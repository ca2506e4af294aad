import { scaleLog } from 'd3-scale';
import { writeCount } from '@govexport/analysis/tables';
import type { Frame } from './frame.ts';

/** Two counts of one row. */
export interface Pair {
  readonly label: string;
  readonly first: number;
  readonly second: number;
}

/** Size of a drawing of pairs, and what the first and the second count are. */
export interface PairsFrame extends Pick<Frame, 'width' | 'language'> {
  readonly names: readonly [string, string];
}

const rowHeight = 46;
const axisHeight = 28;
const right = 48;

/** Places two dots on each row, joined by a line, on a logarithmic scale; a count of zero has no place on it. */
export function pairsLayout(pairs: readonly Pair[], { width, language, names }: PairsFrame) {
  const write = (count: number) => writeCount(count, language);
  const largest = Math.max(10, ...pairs.flatMap(({ first, second }) => [first, second]));
  const x = scaleLog()
    .domain([1, 10 ** Math.ceil(Math.log10(largest))])
    .range([28, width - right]);
  const height = pairs.length * rowHeight + axisHeight;
  const place = (count: number) => (count > 0 ? x(count) : null);
  return {
    height,
    bottom: height - axisHeight,
    rows: pairs.map(({ label, first, second }, index) => ({
      label,
      y: index * rowHeight + 32,
      labelY: index * rowHeight + 15,
      first: place(first),
      second: place(second),
      texts: [write(first), write(second)] as const,
      words: `${label}: ${names[0]} ${write(first)}; ${names[1]} ${write(second)}`,
    })),
    ticks: x
      .ticks()
      .filter((tick) => Number.isInteger(Math.log10(tick)))
      .map((tick) => ({ x: x(tick), text: write(tick) })),
  };
}
