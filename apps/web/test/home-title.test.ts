import { createCaller } from '@govexport/router';
import { openDataset } from '@govexport/router/node';
import { afterEach, describe, expect, test } from 'vitest';
import { overwriteGetLocale } from '../src/lib/generated/runtime.js';
import { homeTitle } from '../src/lib/server/home-title.ts';

const caller = createCaller({ dataset: openDataset() });
const trend = await caller.statistics.trend({ from: 2006, to: 2025 });
const ratio = { level: 0.95, method: 'quasi-poisson' };

/** The trend of the dataset with another interval of its rate ratio and another p value. */
function trendWith(numbers: { estimate: number; low: number; high: number; n?: number; p?: number }) {
  const { estimate, low, high, n = 26, p = 0.159 } = numbers;
  const { result } = trend;
  return {
    ...result,
    n,
    rate_ratio: { ...result.rate_ratio, headline: { ...ratio, estimate, low, high } },
    mann_kendall: { ...result.mann_kendall, p_value: p } as typeof result.mann_kendall,
  };
}

const rise = { estimate: 1.1225, low: 1.044, high: 1.216 };

afterEach(() => {
  overwriteGetLocale(() => 'en');
});

test.each([
  ['en', 'In these records, the number of programs rises by 12.3% a year, 2006–2025', '4.4% to 21.6%'],
  ['ru', 'В этих записях число программ растёт на 12,3\u{a0}% в год, 2006–2025', 'от 4,4\u{a0}% до 21,6\u{a0}%'],
  ['zh', '在这些记录中，2006–2025年的项目数平均每年增加12.3%', '4.4%至21.6%'],
] as const)('%s: a clear rise is the title, its interval stands below it', (locale, title, interval) => {
  overwriteGetLocale(() => locale);
  const said = homeTitle(trendWith(rise));
  expect(said?.title).toBe(title);
  expect(said?.basis[0]).toContain(interval);
  expect(said?.basis[1]).toMatch(/0[.,]159/);
});

test('a clear fall is told as one, with its sign beside the interval', () => {
  const said = homeTitle(trendWith({ estimate: 0.9, low: 0.85, high: 0.95, p: 0.01 }));
  expect(said?.title).toBe('In these records, the number of programs falls by 10.0% a year, 2006–2025');
  expect(said?.basis).toEqual([
    'Fitted to the 26 programs that count in totals: -10.0% a year, 95% interval -15.0% to -5.0%.',
    'A test without a model agrees (Mann-Kendall p 0.010).',
  ]);
});

describe('no direction is claimed', () => {
  test('where the interval takes in no change', () => {
    const said = homeTitle(trendWith({ estimate: 1.02, low: 0.95, high: 1.1 }));
    expect(said?.title).toBe('26 programs on record for 2006–2025, without a clear rise or fall');
    expect(said?.basis[0]).toContain('95% interval -5.0% to 10.0%');
  });

  test.each([
    ['en', 1, '1 program on record for 2006–2025'],
    ['ru', 2, '2 программы в записях за 2006–2025 годы'],
    ['ru', 5, '5 программ в записях за 2006–2025 годы'],
    ['zh', 5, '2006–2025年记录到5个项目'],
  ] as const)('%s: where the trend is refused, with %i', (locale, n, title) => {
    overwriteGetLocale(() => locale);
    const refused = { estimate: null, reason: 'no-variation', n, required: 2 } as const;
    const { result } = trend;
    const said = homeTitle({
      ...result,
      n,
      rate_ratio: { ...result.rate_ratio, headline: refused },
    });
    expect(said).toEqual({ title, basis: [] });
  });

  test('where no program is in scope', async () => {
    const { result } = await caller.statistics.trend({ from: 1950, to: 1951 });
    expect(homeTitle(result)).toBeNull();
  });
});
