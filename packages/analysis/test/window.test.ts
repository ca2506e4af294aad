import type { Dataset } from '@govexport/schema';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../src/catalogue.ts';
import { ask } from './ask.ts';
import { programs } from './datasets.ts';

/** Three programs a year from 2007 to 2020, one in each of some other years, and what the dataset says of its window. */
function dataset(others: readonly number[], collected?: Dataset['meta']['collected']): Dataset {
  const even = Array.from({ length: 42 }, (_, index) => 2007 + Math.floor(index / 3));
  const made = programs(...[...even, ...others].map((year) => ({ year, start: String(year) })));
  return { ...made, meta: { ...made.meta, collected, year_published: 2026 } };
}

const trendOf = (data: Dataset, input = {}) =>
  catalogue.trend.answer(data, catalogue.trend.input.parse({ scope: 'all', ...input }));

describe('the range of years', () => {
  it('is not stretched by a mistyped year, whether the collection tells its end or not', () => {
    const level = trendOf(dataset([]));
    for (const collected of [undefined, { from: null, to: '2021' }, { from: '2007', to: '2020' }]) {
      const { input, result } = trendOf(dataset([2091], collected));
      expect(input).toMatchObject({ from: 2007, to: 2020 });
      expect(result).toEqual(level.result);
    }
    expect(trendOf(dataset([1907], { from: '2007', to: null })).input).toMatchObject({ from: 2007, to: 2020 });
    expect(catalogue.trend.finding(level.result, level.input, { senders: [] })).toContain('no change');
  });

  it('goes where the caller says', () => {
    expect(trendOf(dataset([2091]), { to: 2091 }).result.years).toHaveLength(85);
  });
});

describe('a last year that the collection does not cover to its end', () => {
  const cut = dataset([2021], { from: null, to: '2021-02' });

  it('is left out of the trend and of the change, with its programs, and named', () => {
    const { input, result } = trendOf(cut);
    expect(result).toMatchObject({ n: 42, incomplete_year: { year: 2021, count: 1 } });
    expect(result.years.at(-1)?.year).toBe(2020);
    expect(catalogue.trend.finding(result, input, { senders: [] })).toMatch(
      /\. Left out: 2021, which the collection does not cover to its end \(1 program\)\.$/,
    );
    expect(ask('changepoint', cut, { scope: 'all' }).result).toMatchObject({
      incomplete_year: { year: 2021 },
      change: { reason: 'no-variation' },
    });
  });

  it('counts where the collection covers it, and in the number of programs a year', () => {
    expect(trendOf(dataset([2021], { from: null, to: '2021' })).result).toMatchObject({ n: 43, incomplete_year: null });
    expect(trendOf(cut, { to: 2019 }).result.incomplete_year).toBeNull();
    expect(ask('frequency', cut, { scope: 'all' }).result).toMatchObject({ n: 43, last_year: 2021 });
  });
});
