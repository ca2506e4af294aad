import { describe, expect, test } from 'vitest';
import { loadDataset } from '../src/index.ts';
import { warningsOf } from '../src/maintain.ts';

const { meta, programs, sources } = loadDataset();
const [program] = programs;
if (program === undefined) throw new Error('no program');

/** The warnings about years of programs that start on these dates. */
const warned = (starts: readonly string[], about: Partial<typeof meta> = {}): string[] => {
  const dated = starts.map((start, index) => ({ ...program, id: `GX-${9000 + index}`, start, end: null }));
  return warningsOf({ meta: { ...meta, ...about }, programs: dated, sources })
    .flatMap(({ warnings }) => warnings)
    .filter(({ kind }) => kind === 'outside-window' || kind === 'lone-year')
    .map(({ kind, records, message }) => `${kind} ${records.join()} ${message}`);
};

describe('a year that a person should look at', () => {
  test('is none of the published dataset, nor of years that lie close together', () => {
    const kinds = new Set(warningsOf({ meta, programs, sources }).map(({ kind }) => kind));
    expect(kinds).not.toContain('outside-window');
    expect(kinds).not.toContain('lone-year');
    expect(warned(['2010', '2015-05', '2020-05-31', '2025'])).toEqual([]);
    expect(warned(['1990'])).toEqual([]);
  });

  test('lies after the end of the collection, as far as both dates are known', () => {
    const collected = { from: null, to: '2020-06' };
    expect(warned(['2020', '2020-06', '2020-06-30', '2020-07', '2021'], { collected })).toEqual([
      'outside-window GX-9003 starts 2020-07, after the end of the collection, 2020-06',
      'outside-window GX-9004 starts 2021, after the end of the collection, 2020-06',
    ]);
  });

  test('lies before its begin', () => {
    const collected = { from: '2007', to: '2020' };
    expect(warned(['2006-12', '2007'], { collected })).toEqual([
      'outside-window GX-9000 starts 2006-12, before the collection begins, 2007',
    ]);
  });

  test('lies after the publication, where the collection does not tell its end, and far from every other', () => {
    expect(warned(['2019', '2020', '2091'], { collected: undefined, year_published: 2026 })).toEqual([
      'outside-window GX-9002 starts 2091, after the year of publication, 2026',
      'lone-year GX-9002 starts 2091, more than 5 years from every other program',
    ]);
  });

  test('lies far from every other, on either side', () => {
    expect(warned(['1997-05', '2003', '2004', '2010', '2011'])).toEqual([
      'lone-year GX-9000 starts 1997-05, more than 5 years from every other program',
    ]);
  });
});
