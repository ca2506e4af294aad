import { afterAll, describe, expect, it } from 'vitest';
import { statisticNames, type StatisticName } from '../src/catalogue.ts';
import { ask } from './ask.ts';
import { published } from './datasets.ts';
import { createCollector, readReference, type Reference } from './reference/compare.ts';

/** One question, R's answer to it, and the ends between which numbers lie that are drawn at random. */
interface Answer {
  readonly statistic: StatisticName;
  readonly input: object;
  readonly expected: Reference;
  readonly within: readonly { readonly place: string; readonly least: number; readonly most: number }[];
}

const { answers } = readReference<{ answers: readonly Answer[] }>('answers.json');
const collector = createCollector();
let drawn = 0;

function valueAt(value: unknown, place: string): unknown {
  return place.split('.').reduce((found, key) => (found as Record<string, unknown> | undefined)?.[key], value);
}

describe('the published records give, read from CSV by R alone, the answers of the catalogue', () => {
  afterAll(() => {
    console.log(`${collector.summary()} in ${answers.length} whole answers; ${drawn} drawn numbers within R's ends`);
  });

  it.each(answers.map((answer) => [answer.statistic, JSON.stringify(answer.input), answer] as const))(
    '%s %s',
    (name, input, { expected, within }) => {
      const { result } = ask(name, published, JSON.parse(input) as object);
      collector.compare(name, result, expected);
      for (const { place, least, most } of within) {
        const value = valueAt(result, place);
        expect(value, place).toBeGreaterThanOrEqual(least);
        expect(value, place).toBeLessThanOrEqual(most);
        drawn += 1;
      }
    },
  );

  it('are those of every statistic', () => {
    expect(new Set(answers.map(({ statistic }) => statistic))).toEqual(new Set(statisticNames));
  });
});
