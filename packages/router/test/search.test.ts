import { loadDataset } from '@govexport/dataset';
import { vocabularies } from '@govexport/schema';
import { describe, expect, it } from 'vitest';
import { createCaller } from '../src/index.ts';
import { searchedTerms, tokensOf } from '../src/search/tokens.ts';
import { translatedTerms } from '../src/search/translated-terms.ts';

const dataset = loadDataset();
const caller = createCaller({ dataset });

async function found(q: string): Promise<string[]> {
  return (await caller.programs.list({ q, limit: 500 })).items.map(({ id }) => id);
}

const ofSector = (sector: string): string[] =>
  dataset.programs.filter((program) => program.sector === sector).map(({ id }) => id);
const ofCountry = (country: 'KZ'): string[] =>
  dataset.programs.filter(({ countries }) => countries.includes(country)).map(({ id }) => id);

describe('a search', () => {
  it.each(['police', 'POLICE', 'полиция', 'полиции', 'полицейский', 'полицейских', '警察', '公安', 'polise'])(
    'for %s finds every program of the police sector',
    async (q) => {
      expect(await found(q)).toEqual(expect.arrayContaining(ofSector('police')));
    },
  );

  it.each(['Kazakhstan', 'Казахстан', 'казахстана', '哈萨克斯坦'])('for %s finds every program for it', async (q) => {
    expect(await found(q)).toEqual(expect.arrayContaining(ofCountry('KZ')));
  });

  it.each(['Urumqi', 'Ürümqi', '乌鲁木齐'])('for %s finds every program held there', async (q) => {
    const expected = dataset.programs.filter(({ host_cities }) => host_cities.includes('Urumqi'));
    expect(await found(q)).toEqual(expect.arrayContaining(expected.map(({ id }) => id)));
  });

  it('asks for every word', async () => {
    const [both, police, beijing] = await Promise.all(['police Beijing', 'police', 'Beijing'].map(found));
    expect(both?.sort()).toEqual(police?.filter((id) => beijing?.includes(id)).sort());
    expect(both?.length).toBeGreaterThan(0);
    expect(await found('the police of Beijing')).toEqual(await found('police Beijing'));
  });

  it('finds a Chinese phrase as a whole, and where it is nowhere by its words', async () => {
    expect(await found('执法联络员')).toEqual(['GX-0007']);
    expect(await found('执法培训')).toContain('GX-0007');
  });

  it('finds the title of a source', async () => {
    const source = dataset.sources.find(({ id }) => id === 'S-0001');
    const ids = dataset.programs.filter(({ sources }) => sources.includes('S-0001')).map(({ id }) => id);
    expect(await found('高级洋警官')).toEqual(ids);
    expect(source?.title).toContain('高级洋警官');
  });

  it('finds near words only where no other is found', async () => {
    expect(await found('polise')).toEqual(await found('police'));
    const { items } = await caller.programs.list({ q: 'police', limit: 500 });
    const { matches } = await caller.programs.list({ q: 'police', limit: 500 });
    const words = matches.flat().flatMap(({ text, ranges }) => ranges.map(({ start, end }) => text.slice(start, end)));
    expect(new Set(words.map((word) => word.toLowerCase().startsWith('police')))).toEqual(new Set([true]));
    expect(items.length).toBe(matches.length);
  });

  it('finds nothing where nothing is', async () => {
    expect(await caller.programs.list({ q: 'zzzzqqqq' })).toMatchObject({ total: 0, items: [], matches: [] });
  });

  it('is combined with filters, fields and pages', async () => {
    const all = await caller.programs.list({ q: 'seminar', domains: ['civil'], limit: 500 });
    const first = await caller.programs.select({ q: 'seminar', domains: ['civil'], fields: ['id'], limit: 3 });
    const second = await caller.programs.list({
      q: 'seminar',
      domains: ['civil'],
      limit: 3,
      cursor: first.next_cursor,
    });
    expect(all.items.every(({ domain }) => domain === 'civil')).toBe(true);
    const ids = all.items.map(({ id }) => id);
    expect([...first.items.map(({ id }) => id), ...second.items.map(({ id }) => id)]).toEqual(ids.slice(0, 6));
    expect(first.total).toBe(all.total);
    const byTitle = await caller.programs.list({ q: 'seminar', domains: ['civil'], sort: ['title'], limit: 500 });
    expect(byTitle.items.map(({ id }) => id).sort()).toEqual([...ids].sort());
  });

  it('puts a word in the title first, and equal records by id', async () => {
    const { items } = await caller.programs.list({ q: 'police', limit: 500 });
    const inTitle = items.map(({ title }) => /\bpolice\b/i.test(title));
    expect(inTitle).toEqual([...inTitle].sort((a, b) => Number(b) - Number(a)));
    const titled = items.filter((_, place) => inTitle[place]).map(({ id }) => id);
    expect(titled).toEqual([...titled].sort());
  });

  it('marks the words where they stand', async () => {
    const { items, matches } = await caller.programs.list({ q: '警察', limit: 1 });
    const match = matches[0]?.find(({ field }) => field === 'sector');
    expect(items[0]?.id).toBe('GX-0001');
    expect(match?.text.slice(match.ranges[0]?.start, match.ranges[0]?.end)).toBe('警察');
  });

  it('works in every table', async () => {
    expect((await caller.transfers.list({ q: 'police vehicles' })).total).toBeGreaterThan(0);
    expect((await caller.sources.list({ q: '警官' })).total).toBeGreaterThan(0);
    expect((await caller.countries.list({ q: 'Кыргызстан' })).items.map(({ iso2 }) => iso2)).toEqual(['KG']);
    expect((await caller.sources.list({ q: 'полиция' })).total).toBeGreaterThan(0);
  });
});

describe('tokens', () => {
  it('keep their places whatever is folded', () => {
    const text = 'Üрумчи́ (ВТО)、山东警察学院 e\u0301cole 𠀀𠀁';
    for (const { term, start, end } of tokensOf(text)) {
      expect(tokensOf(text.slice(start, end)).some((token) => token.term === term)).toBe(true);
    }
    expect(tokensOf(text).map(({ term }) => term)).toEqual(expect.arrayContaining(['ecole', '警察', '𠀀𠀁']));
  });

  it('of a search are pairs, in order or apart', () => {
    expect(searchedTerms('执法培训', false)).toEqual(['执法', '法培', '培训']);
    expect(searchedTerms('执法培训', true)).toEqual(['执法', '培训']);
    expect(searchedTerms('执法员', true)).toEqual(['执法', '法员']);
    expect(searchedTerms('警', false)).toEqual(['警']);
    expect(searchedTerms(' … ', false)).toEqual([]);
  });
});

describe('translated terms', () => {
  it.each(['domain', 'sector', 'frame', 'format'])('name every value of %s in Russian and Chinese', (name) => {
    const values = (vocabularies[name]?.values ?? []).filter((value) => value !== 'unknown' && value !== 'other');
    expect(Object.keys(translatedTerms[name] ?? {}).sort()).toEqual([...values].sort());
    for (const texts of Object.values(translatedTerms[name] ?? {})) {
      expect(texts.map((text) => /\p{Script=Cyrillic}/u.test(text))).toEqual([true, false]);
      expect(texts[1]).toMatch(/^[\p{Script=Han}, ]+$/u);
    }
  });
});
