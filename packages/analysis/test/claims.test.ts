import type { Dataset } from '@govexport/schema';
import { describe, expect, it } from 'vitest';
import { articleSentence } from '../src/article.ts';
import { catalogue } from '../src/catalogue.ts';
import { claimList, planEvidence } from '../src/compute/claims.ts';
import { resolveFilter } from '../src/compute/resolve-filter.ts';
import { openMemory } from '../src/facts.ts';
import { run } from '../src/query/engine.ts';
import type { Evidence, Verdict } from '../src/claims/claim.ts';
import { programs, published } from './datasets.ts';

function evidenceOf(dataset: Dataset): Evidence {
  const { engine, facts } = openMemory(dataset);
  return run(engine, planEvidence(resolveFilter(facts, catalogue.claims.input.parse({})), facts));
}

const ours = evidenceOf(published);

const empty: Dataset = {
  ...published,
  programs: [],
  partnerships: [],
  adoptions: [],
  borders: [],
  indicators: [],
  rights_events: [],
};

function verdict(id: string, evidence: Evidence): Verdict | undefined {
  return claimList.find((claim) => claim.id === id)?.judge(evidence).verdict;
}

const estimate = (low: number, value: number, high: number) => ({
  ...{ estimate: value, low, high },
  level: 0.95,
  method: 'test',
});
const share = ([yes, no, unknown]: readonly [number, number, number], low: number) => ({
  ...ours.shares.security_related,
  ...{ n: yes + no + unknown, yes, no, unknown },
  clopper_pearson:
    yes + no === 0
      ? ({ estimate: null, reason: 'no-known-values', n: 0, required: 1 } as const)
      : estimate(low, yes / (yes + no), 1),
});

describe('claims', () => {
  it('are the nine of the abstract, each with words and a rule', () => {
    expect(claimList.map(({ id }) => id)).toEqual([
      'size',
      'frequency',
      'scope',
      'security',
      'technology',
      'partnerships',
      'adoption',
      'border',
      'rights',
    ]);
    for (const { claim, rule } of claimList) expect([claim, rule]).not.toContain('');
  });

  it('are not testable without records', () => {
    const bare = evidenceOf(empty);
    expect(claimList.map(({ judge }) => judge(bare).verdict)).toEqual(claimList.map(() => 'not-testable'));
  });

  it.each([
    [80, 59, 'supported'],
    [59, 58, 'partly'],
    [30, 0, 'partly'],
    [29, 29, 'not-supported'],
    [0, 0, 'not-testable'],
  ] as const)('size with %i programs, %i recommended, is %s and never contradicted', (n, recommended, expected) => {
    expect(verdict('size', { ...ours, recommended, overview: { ...ours.overview, n } })).toBe(expected);
  });

  it('size says both counts, and that an equal number is chance', () => {
    const reason = claimList.find(({ id }) => id === 'size')?.judge(ours).reason;
    expect(reason).toContain('59 programs in this scope, 16 of them recommended');
    expect(reason).toContain(articleSentence);
    expect(articleSentence).toContain('independent, so that equal numbers are chance');
  });

  it.each([
    [estimate(1.05, 1.1, 1.2), 0.01, 'supported'],
    [estimate(1.05, 1.1, 1.2), 0.2, 'partly'],
    [estimate(0.9, 1.1, 1.2), 0.01, 'partly'],
    [estimate(0.9, 1.1, 1.2), 0.2, 'not-supported'],
    [estimate(0.9, 1, 1.2), 1, 'not-supported'],
    [estimate(0.7, 0.8, 0.9), 0.01, 'contradicted'],
    [estimate(0.7, 0.8, 0.9), 0.2, 'not-supported'],
  ] as const)('frequency with %j and p %f is %s', (...[ratio, p_value, expected]) => {
    const rate_ratio = { ...ours.trend.rate_ratio, headline: ratio };
    const slope_test = { p_value, permutations: 9999 };
    expect(verdict('frequency', { ...ours, trend: { ...ours.trend, rate_ratio, slope_test } })).toBe(expected);
  });

  it.each([
    [share([50, 9, 0], 0.7), 'supported'],
    [share([31, 28, 0], 0.4), 'partly'],
    [share([10, 130, 0], 0.02), 'contradicted'],
    [share([10, 130, 80], 0.02), 'not-supported'],
    [share([0, 59, 0], 0), 'not-supported'],
    [share([0, 0, 9], 0), 'not-testable'],
  ] as const)('security with %o is %s: others than ours could be of security', (security_related, expected) => {
    expect(verdict('security', { ...ours, shares: { ...ours.shares, security_related } })).toBe(expected);
  });

  it.each([
    [1, 0, 1, 'supported'],
    [1, 0, 0, 'partly'],
    [0, 1, 0, 'not-supported'],
    [0, 0, 0, 'not-testable'],
  ] as const)('technology with %i yes, %i no, and %i with equipment is %s', (...[yes, no, equipment, expected]) => {
    const shares = {
      ...ours.shares,
      technology_component: share([yes, no, 1], 0),
      equipment_transfer: share([equipment, 0, 1], 0),
    };
    expect(verdict('technology', { ...ours, shares })).toBe(expected);
  });

  it.each([
    [3, 0.01, 2, 0.04, 'supported'],
    [3, 0.01, 2, 0.06, 'partly'],
    [3, 0.2, -2, 0.01, 'contradicted'],
    [0, 1, 0.4, 0.9, 'not-supported'],
  ] as const)('scope with differences %d (p %d) and %d (p %d) is %s', (...[sectors, p, hosts, q, expected]) => {
    const kinds = ours.scope.kinds.map((kind, index) => ({
      ...kind,
      difference: {
        permutations: 99,
        p_value: 0.01,
        estimate: [sectors, hosts][index % 2] ?? 0,
        p_holm: [p, q][index % 2] ?? 1,
      },
    }));
    expect(verdict('scope', { ...ours, scope: { ...ours.scope, kinds } })).toBe(expected);
  });

  it('find nothing in two halves of 21 programs, three a year, with 7 and 8 sectors, 9 and 10 hosts', () => {
    const sectors = ['police', 'border', 'customs', 'military', 'judiciary', 'health', 'energy', 'media'] as const;
    const equal = Array.from({ length: 42 }, (_, index) => {
      const [half, place] = [Math.floor(index / 21), index % 21];
      return {
        ...{ year: 2007 + Math.floor(index / 3), venue: 'in_sender' as const, recommended_for_aggregates: true },
        ...{
          sector: sectors[place % (7 + half)] ?? ('other' as const),
          host_institution: `Host ${place % (9 + half)}`,
        },
      };
    });
    const evidence = evidenceOf(programs(...equal));
    expect(verdict('scope', evidence)).toBe('not-supported');
    // Three programs a year: flat, which is no rise, and can be told.
    expect(verdict('frequency', evidence)).toBe('not-supported');
  });

  it('partnerships is contradicted only by a later dated step', () => {
    const levels = ours.levels.map((level) => ({ ...level, rank: 3, certain: true }));
    const [first, ...others] = levels;
    if (first === undefined) throw new Error('no state');
    expect(verdict('partnerships', { ...ours, levels })).toBe('supported');
    const lower = [{ ...first, rank: 2 }, ...others];
    expect(verdict('partnerships', { ...ours, levels: lower })).toBe('contradicted');
    expect(verdict('partnerships', { ...ours, levels: lower, steps: [] })).toBe('partly');
  });

  it.each([
    [3, 'supported'],
    [1, 'partly'],
    [0, 'not-supported'],
  ] as const)('adoption with %i states is %s', (countries_in_use, expected) => {
    expect(verdict('adoption', { ...ours, adoptions: { ...ours.adoptions, countries_in_use } })).toBe(expected);
  });

  it('rights stays not testable whatever the records', () => {
    expect(verdict('rights', { ...ours, rights_events: 1000, rights_events_linked: 1000 })).toBe('not-testable');
  });

  it('is about the scope of the article, whatever years and venues the filter names', () => {
    const ask = (input: object) => catalogue.claims.answer(published, catalogue.claims.input.parse(input)).result;
    expect(ask({ from: 2019, to: 2020, venues: ['online'], scope: 'all' })).toEqual(ask({}));
  });
});
