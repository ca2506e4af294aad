import { expect, expectTypeOf, it } from 'vitest';
import { z } from 'zod';
import { catalogue, defineStatistic, filterShape } from '../src/index.ts';
import { constant } from '../src/query/plan.ts';
import type { TrendResult } from '../src/compute/trend.ts';

it('builds the schemas of a statistic when they are looked at, each once', () => {
  const built: string[] = [];
  const { name, title, summary, reference, chart } = catalogue.share;
  const statistic = defineStatistic({
    ...{ name, title, summary, reference, chart },
    parameters: () => {
      built.push('parameters');
      return { seed: z.int().default(1) };
    },
    result: () => {
      built.push('result');
      return z.strictObject({ n: z.int() });
    },
    plan: ({ seed }) => constant(seed),
    infer: (n) => ({ n }),
    tables: () => [],
    finding: ({ n }) => String(n),
    headline: null,
  });
  expect(built).toEqual([]);
  expect(statistic.input.parse({}).seed).toBe(1);
  expect(built).toEqual(['parameters']);
  expect(statistic.envelope.shape.result).toBe(statistic.result);
  expect(statistic.envelope).toBe(statistic.envelope);
  expect(built).toEqual(['parameters', 'result']);
});

it('has one filter for all statistics', () => {
  const { input, envelope } = catalogue.trend;
  expect(input.shape.countries).toBe(filterShape.countries);
  expect(envelope.shape.input.shape.countries).toBe(filterShape.countries);
});

it('types a result as its schema does', () => {
  type Trend = z.infer<typeof catalogue.trend.result>;
  expectTypeOf<Trend>().toEqualTypeOf<TrendResult>();
  expectTypeOf<Trend['years'][number]['expected']>().toEqualTypeOf<number | null>();
  expectTypeOf(catalogue.trend.input.parse({}).permutations).toEqualTypeOf<number>();
  expectTypeOf(catalogue.sensitivity.parameters.statistic.unwrap().options).not.toBeAny();
});
