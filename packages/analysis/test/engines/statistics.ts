import { catalogue, statisticNames, type StatisticName } from '../../src/catalogue.ts';
import { open, openMemory, type Facts, type Opened } from '../../src/facts.ts';
import type { AsyncEngine } from '../../src/query/engine.ts';
import type { Plan } from '../../src/query/plan.ts';
import { ask } from '../../src/statistic.ts';
import { published } from '../datasets.ts';

interface AnyStatistic {
  readonly input: { readonly parse: (given: object) => unknown };
  readonly planAnswer: (facts: Facts, given: unknown) => Plan<unknown>;
}

const filters = [
  {},
  { scope: 'all', countries: ['KG', 'UZ'], minimum_sources: 2 },
  { scope: 'article', domains: ['security'], confidence: 'medium', from: 2008 },
];

/** Each statistic with its defaults and under filters, as JSON: by the engine, and by that in memory. */
export async function answersOf(
  engine: AsyncEngine,
): Promise<{ name: StatisticName; found: string; expected: string }[]> {
  const opened: Opened<AsyncEngine> = await open(engine, published);
  const answers = [];
  for (const name of statisticNames) {
    const statistic = catalogue[name] as unknown as AnyStatistic;
    for (const filter of filters) {
      const input = statistic.input.parse(filter);
      const found = JSON.stringify(await ask(opened, statistic, { input }));
      answers.push({ name, found, expected: JSON.stringify(ask(openMemory(published), statistic, { input })) });
    }
  }
  return answers;
}
