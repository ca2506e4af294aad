import { loadDataset } from '@govexport/dataset';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCaller, type FacetsAnswer } from '../src/index.ts';

const dataset = loadDataset();
const caller = createCaller({ dataset });
const everything = { values: 500 };

type FacetName = 'country' | 'domain' | 'sector' | 'frame' | 'format' | 'venue' | 'confidence' | 'trainees';
const byDimension: Readonly<Record<FacetName, string>> = {
  country: 'countries',
  domain: 'domains',
  sector: 'sectors',
  frame: 'frames',
  format: 'formats',
  venue: 'venues',
  confidence: 'confidence',
  trainees: 'trainees',
};

function facetOf({ facets }: FacetsAnswer<'programs'>, name: string) {
  const facet = facets.find((candidate) => candidate.name === name);
  if (facet === undefined) throw new Error(`no facet ${name}`);
  return facet;
}

const filters = fc.record(
  {
    scope: fc.constantFrom('default' as const, 'article' as const, 'all' as const),
    from: fc.integer({ min: 2000, max: 2012 }),
    to: fc.integer({ min: 2013, max: 2026 }),
    countries: fc.subarray(['KZ' as const, 'KG' as const, 'TJ' as const, 'TM' as const, 'UZ' as const]),
    domains: fc.subarray(['security' as const, 'justice' as const, 'civil' as const]),
    confidence: fc.constantFrom('low' as const, 'medium' as const, 'high' as const),
    minimum_sources: fc.integer({ min: 1, max: 3 }),
  },
  { requiredKeys: ['scope'] },
);

describe('facets of programs', () => {
  it('are the numbers of frequency and share under every other input', async () => {
    await fc.assert(
      fc.asyncProperty(filters, fc.constantFrom(...(Object.keys(byDimension) as FacetName[])), async (filter, by) => {
        const facet = facetOf(await caller.programs.facets({ ...filter, ...everything }), by);
        const others = Object.fromEntries(Object.entries(filter).filter(([name]) => name !== byDimension[by]));
        // The scope decides where nothing is given; a facet of venues is counted over all of them.
        const open = by === 'venue' ? { venues: [] } : {};
        const { result } = await caller.statistics.frequency({ ...others, ...open, by });
        const counted = new Map(result.groups.map(({ value, n }) => [value, n]));
        expect(facet.n).toBe(result.n);
        expect(facet.unknown).toBe(counted.get(null) ?? 0);
        for (const { value, count } of facet.values) expect([value, count]).toEqual([value, counted.get(value) ?? 0]);
        expect(facet.omitted).toBe(0);
      }),
      { seed: 5, numRuns: 60 },
    );
    await fc.assert(
      fc.asyncProperty(
        filters,
        fc.constantFrom('security_related' as const, 'technology_component' as const),
        async (filter, attribute) => {
          const facet = facetOf(await caller.programs.facets(filter), attribute);
          const { yes, no, unknown } = (await caller.statistics.share({ ...filter, attribute })).result;
          const counts = new Map(facet.values.map(({ value, count }) => [value, count]));
          expect([counts.get('yes'), counts.get('no'), facet.unknown]).toEqual([yes, no, unknown]);
        },
      ),
      { seed: 6, numRuns: 40 },
    );
  });

  it('say of each value how many records a choice of it would give', async () => {
    const base = { scope: 'all' as const, domains: ['civil' as const], q: 'seminar' };
    const answer = await caller.programs.facets({ ...base, ...everything });
    for (const name of ['sector', 'topics', 'host_cities', 'equipment_transfer'] as const) {
      const input = name === 'sector' ? 'sectors' : name;
      for (const { value, count } of facetOf(answer, name).values) {
        const { total } = await caller.programs.list({ ...base, [input]: [value], limit: 1 });
        expect([name, value, total]).toEqual([name, value, count]);
      }
    }
  });

  it('are not narrowed by what chooses by them, and all others are', async () => {
    const all = await caller.programs.facets(everything);
    const chosen = await caller.programs.facets({ countries: ['TM'], ...everything });
    expect(facetOf(chosen, 'country')).toEqual(facetOf(all, 'country'));
    expect(facetOf(chosen, 'sector').n).toBe(chosen.total);
    expect(chosen.total).toBeLessThan(all.total);
  });

  it('leave out values of a long list and say how many', async () => {
    const long = facetOf(await caller.programs.facets(everything), 'topics');
    const short = facetOf(await caller.programs.facets({ values: 3 }), 'topics');
    expect(short.values).toEqual(long.values.slice(0, 3));
    expect(short.omitted).toBe(long.values.length - 3);
  });

  it('give the years in order', async () => {
    const years = facetOf(await caller.programs.facets(everything), 'year').values.map(({ value }) => Number(value));
    expect(years).toEqual([...years].sort((a, b) => a - b));
  });
});

describe('facets of every other table', () => {
  it('add up to the records that they count', async () => {
    const { facets, total } = await caller.transfers.facets({ country: ['KG'], values: 500 });
    expect(total).toBe(dataset.transfers.filter(({ country }) => country === 'KG').length);
    const country = facets.find(({ name }) => name === 'country');
    expect(country?.unknown).toBe(dataset.transfers.filter((transfer) => transfer.country === null).length);
    for (const facet of facets.filter((one) => !one.multi_valued)) {
      expect(facet.values.reduce((sum, { count }) => sum + count, facet.unknown)).toBe(facet.n);
    }
  });
});
