import { withDigits, type Caller, type ColumnKind } from '@govexport/router';
import { writerOf } from '../format.ts';
import { m } from '../generated/messages.js';
import { intervalWords } from './interval-words.ts';

type Trend = Awaited<ReturnType<Caller['statistics']['trend']>>['result'];

type Range = Record<'first' | 'last', number>;

/** What the home page says first, and the sentences beside it that tell how firm it is. */
export interface HomeTitle {
  readonly title: string;
  readonly basis: readonly string[];
}

/**
 * The title of the home page as the trend of the programs allows it: a direction only where the interval of the yearly
 * change leaves out none, else the number of programs. It speaks of the records, never of what was held.
 *
 * @returns null where no program is in scope, so that there is nothing to say
 * @example
 * homeTitle(trend)?.title // => 'In these records, the number of programs rises by 12.3% a year, 2006–2025'
 */
export function homeTitle({ n, years, rate_ratio, mann_kendall }: Trend): HomeTitle | null {
  const [first, last] = [years[0]?.year, years.at(-1)?.year];
  if (n === 0 || first === undefined || last === undefined) return null;
  const range = { first, last };
  const ratio = rate_ratio.headline;
  if (ratio.estimate === null || ratio.low === null || ratio.high === null) {
    return { title: m.home_programs({ count: n, ...range }), basis: [] };
  }
  const changes = { change: ratio.estimate - 1, low: ratio.low - 1, high: ratio.high - 1 };
  const { change, low, high } = changes;
  const { p_value } = mann_kendall;
  return {
    title: directionOf(changes, range) ?? m.home_unclear({ count: n, ...range }),
    basis: [
      m.home_fitted({
        count: n,
        change: written(change, 'share'),
        interval: intervalWords(ratio.level),
        low: written(low, 'share'),
        high: written(high, 'share'),
      }),
      ...(p_value === null ? [] : [ranked(p_value, ratio.level)]),
    ],
  };
}

/** Null where the interval takes in no change. */
function directionOf({ change, low, high }: Record<'change' | 'low' | 'high', number>, range: Range): string | null {
  if (low <= 0 && high >= 0) return null;
  const directed = change > 0 ? m.home_rises : m.home_falls;
  return directed({ change: written(Math.abs(change), 'share'), ...range });
}

/** What the test says that needs no model; a rise that rests on one model alone is to be read with care. */
function ranked(p_value: number, level: number): string {
  const agrees = p_value < 1 - level;
  return (agrees ? m.home_ranks_agree : m.home_ranks_differ)({ p: written(p_value, 'p_value') });
}

/** A number as a table writes it. */
function written(value: number, kind: ColumnKind): string {
  const row = { value };
  const { columns } = withDigits({ columns: [{ key: 'value', label: '', kind }], rows: [row] });
  return writerOf(columns)(row, 'value');
}
