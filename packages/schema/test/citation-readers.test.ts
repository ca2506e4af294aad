import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citableAddress, citationOf, Text, type CitedPart, type Dataset } from '../src/index.ts';

/** A dataset whose words hold what BibTeX and RIS take for their own marks. */
const meta = {
  name: 'mine',
  title: 'Programs & visits: 100% {of} $x_y #1 ~a ^b \\c — Учебные программы 研修班',
  version: '1.2.0',
  creators: ['Acme Inc.', 'Иванов, И.', 'Nguyen and Sons', '研究组'],
  year_published: 2026,
} as unknown as Dataset['meta'];
const doi = { doi: '10.5281/zenodo.12_3' };
const url = { url: 'https://data.example.org/a_b?c=1&d=%20' };

const record: CitedPart = { record: { id: 'GX-0001', title: 'A & B' }, accessed: '2026-11-24' };
const cases: readonly (readonly [what: string, about: Partial<Dataset['meta']>, part: CitedPart])[] = [
  ['a dataset without an address', {}, {}],
  ['a dataset with an address', url, {}],
  ['a dataset with a DOI', { ...doi, ...url }, {}],
  ['a dataset that is served', {}, { served_at: 'https://data.example.org/' }],
  ['a record', doi, record],
  ['a view', url, { view: 'programs?countries=KG&from=2015', records: 3 }],
];

/** What every reader must find again, whatever else it makes of a citation. */
function found(text: string) {
  const [item = {}] = new Cite(text).data as Record<string, unknown>[];
  const { title, issued, DOI, URL, version, accessed } = item;
  // A reader may take the name of a body for that of a person; put together it is the same.
  const names = (item['author'] as { literal?: string; family?: string; given?: string }[]).map(
    ({ literal, family, given }) => literal ?? [family, given].filter((part) => part !== undefined).join(', '),
  );
  return { title, names, issued, DOI, URL, version, accessed, container: item['container-title'] };
}

describe.each(cases)('%s', (_, about, part) => {
  const { bibtex, ris, csl } = citationOf({ meta: { ...meta, ...about }, sha256: 'ab12' }, part);
  const expected = {
    title: csl.title,
    names: csl.author.map(({ literal }) => literal),
    issued: csl.issued,
    DOI: csl.DOI,
    URL: csl.URL,
    version: csl.version,
    accessed: csl.accessed,
    container: csl['container-title'],
  };

  it('is read from BibTeX, with its note and nobody as publisher', () => {
    expect(found(bibtex)).toEqual(expected);
    const [item] = new Cite(bibtex).data as Record<string, unknown>[];
    expect(item).toMatchObject({ id: csl.id, note: `Data set; ${csl.note}` });
    expect(item).not.toHaveProperty('publisher');
  });

  it('is read from RIS, with its note', () => {
    // The reader knows no container of a data set in RIS; the note names the record.
    expect(found(ris)).toEqual({ ...expected, container: undefined });
    expect(new Cite(ris).data).toMatchObject([{ id: csl.id, type: 'dataset', note: csl.note }]);
  });

  it('is read from CSL-JSON as it is', () => {
    expect(new Cite(JSON.stringify([csl])).data).toMatchObject([csl]);
  });

  it('keeps what it says where a reader writes it anew and it is read again', () => {
    expect(found(new Cite(ris).format('ris'))).toEqual({ ...expected, container: undefined });
    // The reader writes neither versions nor letters outside of ASCII into BibTeX.
    const { issued, URL, DOI } = expected;
    expect(found(new Cite(bibtex).format('bibtex'))).toMatchObject({ issued, URL, DOI });
  });
});

it('a title of any text is read from RIS as it is', () => {
  const texts = fc
    .string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 40 })
    .filter((text) => Text.safeParse(text).success);
  fc.assert(
    fc.property(texts, (title) => {
      const { ris } = citationOf({ meta: { ...meta, title }, sha256: 'ab12' });
      expect(found(ris).title).toBe(title);
    }),
    { seed: 20_221_124 },
  );
});

it.each([
  ['https://data.example.org', 'https://data.example.org/'],
  ['http://127.0.0.1:8787', undefined],
  ['http://localhost:5173', undefined],
  ['http://[::1]:5173', undefined],
  ['http://0.0.0.0:80', undefined],
  ['', undefined],
  [null, undefined],
])('of the server %s, %s is cited', (origin, address) => {
  expect(citableAddress(origin)).toBe(address);
});
