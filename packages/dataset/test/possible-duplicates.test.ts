import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDuplicates } from '../src/duplicates/find-duplicates.ts';
import type { ComparedProgram } from '../src/duplicates/compared.ts';
import { duplicatesOf, possibleDuplicates } from '../src/duplicates/possible-duplicates.ts';
import { textSimilarity } from '../src/duplicates/text-similarity.ts';
import { loadDataset } from '../src/index.ts';

const program: ComparedProgram = {
  id: 'GX-0001',
  title: 'Seminar on customs control for Central Asian officials, Urumqi',
  start: '2014-05-12',
  countries: ['KZ', 'KG'],
  countries_implied: [],
  host_institution: 'Xinjiang Police College',
  host_institution_local: '新疆警察学院',
};

/** Score and parts of a pair that differs in some fields; null where it is not reported. */
function pair(one: Partial<ComparedProgram>, other: Partial<ComparedProgram>) {
  const programs = [
    { ...program, ...one },
    { ...program, id: 'GX-0002', ...other },
  ];
  return possibleDuplicates({ programs })[0] ?? null;
}

describe('two programs', () => {
  it('that are alike in everything have the full score', () => {
    expect(pair({}, {})).toEqual({
      ids: ['GX-0001', 'GX-0002'],
      score: 1,
      parts: { dates: 1, countries: 1, title: 1, host: 1 },
    });
  });

  it.each([
    ['2014-05-12', '2014-05-12', 1],
    ['2014-05-12', '2014-05-18', 1 / 7],
    ['2014-05-12', '2014-05-19', null],
    ['2014-12-29', '2015-01-02', 3 / 7],
    ['2014-05', '2014-05-31', 0.5],
    ['2014-05', '2014-06-01', null],
    ['2014', '2014-05-31', 0.25],
    ['2014', '2014-05', 0.25],
    ['2014', '2015', null],
  ])('that began in %s and %s have dates alike by %s', (one, other, dates) => {
    expect(pair({ start: one }, { start: other })?.parts.dates ?? null).toEqual(
      dates === null ? null : expect.closeTo(dates, 12),
    );
  });

  it.each([
    [['KZ', 'KG'], ['KZ'], 0.5],
    [['KZ'], ['UZ'], 'not reported'],
    [[], ['UZ'], null],
  ] as const)('of the states %s and %s have states alike by %s', (one, other, countries) => {
    const found = pair({ countries: one }, { countries: other });
    expect(found === null ? 'not reported' : found.parts.countries).toBe(countries);
  });

  it('are told by a host in Chinese where the title is another one', () => {
    const other = { title: '中亚国家海关执法研修班', host_institution: null };
    expect(pair({}, other)?.parts).toMatchObject({ host: 1 });
    expect(pair({}, { ...other, host_institution_local: '上海海关学院' })).toBeNull();
  });

  it('whose hosts are not both known are told by their titles', () => {
    const host = { host_institution: null, host_institution_local: null };
    expect(pair(host, {})).toMatchObject({ score: 1, parts: { host: null } });
    expect(pair(host, { title: '研修班' })).toBeNull();
  });

  it('share a state that is implied for one of them', () => {
    expect(pair({ countries: [], countries_implied: ['UZ'] }, { countries: ['UZ'] })?.parts.countries).toBe(1);
  });
});

const states = ['KZ', 'KG', 'TJ', 'TM', 'UZ'] as const;
const some = fc.record({
  title: fc.constantFrom(program.title, 'Customs seminar, Urumqi', '海关研修班', '中亚海关研修班', 'A visit'),
  start: fc.constantFrom('2014', '2014-05', '2014-05-12', '2014-05-16', '2014-06', '2014-06-01', '2015'),
  countries: fc.subarray([...states]),
  countries_implied: fc.constant([]),
  host_institution: fc.constantFrom(null, 'Xinjiang Police College', 'Xinjiang Police Academy', 'A party school'),
  host_institution_local: fc.constantFrom(null, '新疆警察学院', '上海海关学院'),
});
const programs = fc
  .array(some, { maxLength: 12 })
  .map((list) => list.map((one, at) => ({ ...one, id: `GX-${String(at + 1).padStart(4, '0')}` })));

describe('whatever the programs', () => {
  it('their order does not matter', () => {
    fc.assert(
      fc.property(programs, (list) => {
        expect(possibleDuplicates({ programs: list.toReversed() })).toEqual(possibleDuplicates({ programs: list }));
      }),
      { seed: 2022, numRuns: 200 },
    );
  });

  it('a pair is found from either side, with the same score', () => {
    fc.assert(
      fc.property(programs, (list) => {
        const found = possibleDuplicates({ programs: list });
        for (const one of list) {
          const own = found.filter(({ ids }) => ids.includes(one.id));
          expect(duplicatesOf(one, { programs: list })).toEqual(own);
        }
      }),
      { seed: 2022, numRuns: 200 },
    );
  });

  it('likeness of texts is symmetric, from 0 to 1, and 1 for a text with itself', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 30 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const likeness = textSimilarity(one, other);
        expect(likeness).toBe(textSimilarity(other, one));
        expect(likeness).toBeGreaterThanOrEqual(0);
        expect(likeness).toBeLessThanOrEqual(1);
        expect(textSimilarity(one, one)).toBe(1);
      }),
      { seed: 2022 },
    );
  });
});

describe('likeness of texts', () => {
  it.each([
    ['night', 'nacht', 0.25],
    ['国家税务干部学院', '國家税务干部学院', 6 / 7],
    ['Ｃustoms', 'customs', 1],
    ['Ürümqi', 'Urumqi', 1],
    ['a', 'b', 0],
    ['', '…', 1],
  ])('%s and %s are alike by %s', (one, other, likeness) => {
    expect(textSimilarity(one, other)).toBeCloseTo(likeness, 12);
  });
});

it('finds the four groups of one series and a course known to the year only in the published records', () => {
  expect(
    possibleDuplicates(loadDataset())
      .map(({ ids }) => ids.join(' '))
      .sort(),
  ).toEqual([
    'GX-0062 GX-0063',
    'GX-0127 GX-0128',
    'GX-0127 GX-0131',
    'GX-0127 GX-0132',
    'GX-0128 GX-0131',
    'GX-0128 GX-0132',
  ]);
});

describe('many programs', () => {
  const states = ['KZ', 'KG', 'TJ', 'TM', 'UZ'];
  const arbitrary = fc.record({
    title: fc.constantFrom('Customs seminar', 'Customs seminars', 'Seminar on tax', 'Police course', '海关研修班'),
    start: fc.constantFrom('2014-05-12', '2014-05-15', '2014-05-20', '2014-05', '2014', '2015-01-01', '2014-12-30'),
    countries: fc.subarray(states, { maxLength: 3 }),
    countries_implied: fc.subarray(states, { maxLength: 1 }),
    host_institution: fc.constantFrom(null, 'Police College', 'Xinjiang Police College', 'Customs College'),
    host_institution_local: fc.constantFrom(null, '公安部', '公安局'),
  });

  it('are compared in blocks as each with each other', () => {
    fc.assert(
      fc.property(fc.array(arbitrary, { maxLength: 40 }), (drawn) => {
        const programs = drawn.map((one, at) => ({ ...one, id: `GX-${String(at).padStart(4, '0')}` }));
        const naive = programs.flatMap((one) => duplicatesOf(one, { programs }).filter(({ ids }) => ids[0] === one.id));
        const inOrder = (pairs: readonly { ids: readonly string[] }[]) => pairs.map(({ ids }) => ids.join()).sort();
        const found = possibleDuplicates({ programs });
        expect(inOrder(found)).toEqual(inOrder(naive));
        const scores = new Map(naive.map((pair) => [pair.ids.join(), pair]));
        for (const pair of found) expect(pair).toEqual(scores.get(pair.ids.join()));
      }),
      { seed: 23, numRuns: 300 },
    );
  });

  it('in a block of which not all are compared still meet their likeness', () => {
    const count = 6000;
    const letters = (at: number) => Array.from({ length: 12 }, (_, place) => 97 + ((at * 7919 * (place + 3)) % 26));
    const programs = Array.from({ length: count }, (_, at) => ({
      ...program,
      id: `GX-${String(at).padStart(4, '0')}`,
      title: `${String.fromCodePoint(...letters(at % (count / 2)))} ${(at % (count / 2)).toString(36)}`,
      start: '2014',
      host_institution: null,
      host_institution_local: null,
    }));
    const twins = new Set<string>();
    const isWhole = findDuplicates(programs, ({ ids: [one, other], parts }) => {
      if (parts.title === 1) twins.add(`${one} ${other}`);
    });
    expect(isWhole).toBe(false);
    for (let at = 0; at < count / 2; at += 1)
      expect(twins).toContain(`${programs[at]?.id ?? ''} ${programs[at + count / 2]?.id ?? ''}`);
  });
});
