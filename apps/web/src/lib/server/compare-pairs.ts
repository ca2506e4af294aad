import type { Caller } from '@govexport/router';
import type { Pair } from '@govexport/charts';
import { formatCount } from '../format.ts';
import { m } from '../generated/messages.js';
import { termLabel } from './labels.ts';

type Compared = Awaited<ReturnType<Caller['statistics']['compare']>>['result'];

/** The programs of the records and the US course lines of each state, for the chart and in words. */
export function comparePairs({ countries }: Compared): { pairs: Pair[]; description: string } {
  const pairs = countries
    .filter(({ country }) => country !== null)
    .map(({ country, programs, course_lines }) => ({
      label: termLabel('recipient_country', country ?? ''),
      first: programs,
      second: course_lines,
    }));
  const words = pairs.map(
    ({ label, first, second }) =>
      `${label}: ${m.compare_china()} ${formatCount(first)}, ${m.compare_us()} ${formatCount(second)}`,
  );
  return { pairs, description: `${words.join('; ')}. ${m.compare_chart_scale()}` };
}
