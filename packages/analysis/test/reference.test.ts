import { afterAll, describe, expect, it } from 'vitest';
import { catalogue } from '../src/index.ts';
import type { Estimate } from '../src/estimate.ts';
import { published } from './datasets.ts';
import { createCollector, readReference, type Reference } from './reference/compare.ts';

interface Expected {
  readonly frequency: Reference;
  readonly shares: Readonly<Record<'security_related' | 'technology_component' | 'equipment_transfer', Reference>>;
  readonly composition: Readonly<Record<'domain' | 'sector' | 'country' | 'frame' | 'format', Reference>>;
  readonly trend: Reference;
  readonly overview: Reference;
}

/** The filters of the reference file as inputs. */
const filters: Readonly<Record<string, object>> = {
  default: {},
  article: { scope: 'article' },
  all: { scope: 'all' },
  kg: { countries: ['KG'] },
  one_year: { from: 2017, to: 2017 },
  empty: { from: 1990, to: 1990 },
};

const reference = readReference<{ filters: Record<string, Expected> }>('statistics.json').filters;
const collector = createCollector();

/** An estimate as R's test objects give it; null where it refuses. */
function numbers(estimate: Estimate) {
  return 'level' in estimate ? { estimate: estimate.estimate, low: estimate.low, high: estimate.high } : null;
}

function ends(estimate: Estimate) {
  return 'level' in estimate ? { low: estimate.low, high: estimate.high } : null;
}

function frequency(filter: object) {
  const { total } = catalogue.frequency.answer(published, catalogue.frequency.input.parse(filter)).result;
  return { counts: total.years, mean_rate: numbers(total.rate) };
}

function share(filter: object, attribute: keyof Expected['shares']) {
  const { result } = catalogue.share.answer(published, catalogue.share.input.parse({ ...filter, attribute }));
  return {
    ...result,
    clopper_pearson: numbers(result.clopper_pearson),
    wilson: numbers(result.wilson),
    unknown_as_no: numbers(result.if_unknown_are_no),
    unknown_as_yes: numbers(result.if_unknown_are_yes),
  };
}

/** R lists the values in the order of the vocabulary, so both are looked up by value. */
function composition(filter: object, dimension: keyof Expected['composition']) {
  const { result } = catalogue.composition.answer(
    published,
    catalogue.composition.input.parse({ ...filter, dimension }),
  );
  const { pairs, known, unknown, rows } = result;
  const values = rows.map(({ value, count, share_of_programs, share_of_pairs }) => ({
    value,
    count,
    of_pairs: numbers(share_of_pairs),
    of_programs: numbers(share_of_programs),
  }));
  return { categories: rows.length, pairs, known, unknown, values };
}

function trend(filter: object) {
  const { result } = catalogue.trend.answer(published, catalogue.trend.input.parse(filter));
  const { rate_ratio, likelihood_ratio_test, dispersion, mann_kendall, halves, years } = result;
  return {
    poisson:
      likelihood_ratio_test.p_value === null
        ? null
        : {
            rate_ratio: rate_ratio.wald.estimate,
            headline: ends(rate_ratio.headline),
            wald: ends(rate_ratio.wald),
            profile: ends(rate_ratio.profile_likelihood),
            quasi: ends(rate_ratio.quasi_poisson),
            likelihood_ratio: likelihood_ratio_test.statistic,
            p_value: likelihood_ratio_test.p_value,
            dispersion: dispersion?.estimate,
            residual_df: dispersion?.df,
            expected: years.map(({ expected }) => expected),
            expected_intervals: years.map((year) => ({ low: year.expected_low, high: year.expected_high })),
          },
    mann_kendall:
      mann_kendall.p_value === null
        ? null
        : { ...mann_kendall, p_normal: mann_kendall.p_value_normal, p_permutation: mann_kendall.p_value },
    sen_slope: result.sen_slope,
    halves:
      'rate_ratio' in halves
        ? {
            count_early: halves.early.count,
            years_early: halves.early.years,
            count_late: halves.late.count,
            years_late: halves.late.years,
            late_over_early: { ...numbers(halves.rate_ratio_poisson), p_value: halves.p_value_poisson },
          }
        : null,
  };
}

function overview(filter: object) {
  const { result } = catalogue.overview.answer(published, catalogue.overview.input.parse(filter));
  const languages = [...result.source_languages].sort((a, b) => (a.language < b.language ? -1 : 1));
  const known = Object.fromEntries(result.known_values.map(({ field, known: count }) => [field, count]));
  return { ...result, languages, known: { ...known, 'participants.value': known.participants } };
}

function inOrderOfRows(expected: Reference, values: readonly { value: string }[]): Reference {
  const table = expected as { values: { value: string }[] };
  const rows = values.map(({ value }) => table.values.find((row) => row.value === value));
  return { ...table, values: rows } as unknown as Reference;
}

describe.each(Object.entries(reference))('in the scope %s the published data gives what R gives', (name, expected) => {
  const filter = filters[name] ?? {};
  afterAll(() => {
    if (name === Object.keys(reference).at(-1)) console.log(`${collector.summary()} over the published data`);
  });

  it('frequency', () => {
    collector.compare('frequency', frequency(filter), expected.frequency);
  });

  it.each(Object.keys(expected.shares))('share of %s', (attribute) => {
    const key = attribute as keyof Expected['shares'];
    collector.compare(`share.${key}`, share(filter, key), expected.shares[key]);
  });

  it.each(Object.keys(expected.composition))('composition by %s', (dimension) => {
    const key = dimension as keyof Expected['composition'];
    const actual = composition(filter, key);
    collector.compare(`composition.${key}`, actual, inOrderOfRows(expected.composition[key], actual.values));
  });

  it('trend', () => {
    collector.compare('trend', trend(filter), expected.trend);
  });

  it('overview', () => {
    collector.compare('overview', overview(filter), expected.overview);
  });
});

it('compares a scope of every kind', () => {
  expect(Object.keys(reference)).toEqual(Object.keys(filters));
  expect(collector.compared).toBeGreaterThan(1000);
});
