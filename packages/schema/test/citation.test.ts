import { describe, expect, test } from 'vitest';
import { citationOf, type Dataset } from '../src/index.ts';

const meta = {
  name: 'mine',
  title: 'Programs & visits',
  version: '1.2.0',
  creators: ['The contributors'],
  year_published: 2026,
} as unknown as Dataset['meta'];
const dataset = { meta, sha256: 'ab12' };

describe('the dataset', () => {
  test('in four forms', () => {
    expect(citationOf(dataset)).toEqual({
      apa: 'The contributors. (2026). Programs & visits (Version 1.2.0) [Data set]. SHA-256 ab12.',
      bibtex: [
        '@misc{mine-1.2.0,',
        '  author = {{The contributors}},',
        '  title = {{Programs \\& visits}},',
        '  year = {2026},',
        '  version = {1.2.0},',
        '  note = {Data set; SHA-256 ab12},',
        '}',
        '',
      ].join('\n'),
      ris: [
        'TY  - DATA',
        'ID  - mine-1.2.0',
        'AU  - The contributors',
        'PY  - 2026',
        'TI  - Programs & visits',
        'ET  - 1.2.0',
        'N1  - SHA-256 ab12',
        'ER  - ',
        '',
      ].join('\n'),
      csl: {
        id: 'mine-1.2.0',
        type: 'dataset',
        title: 'Programs & visits',
        author: [{ literal: 'The contributors' }],
        issued: { 'date-parts': [[2026]] },
        version: '1.2.0',
        note: 'SHA-256 ab12',
      },
    });
  });

  test.each([
    [['Acme Inc.'], 'Acme Inc. (2026)'],
    [['Acme Inc.', 'Иванов, И.'], 'Acme Inc., & Иванов, И. (2026)'],
    [['Who?'], 'Who? (2026)'],
    [['A. B. Archive'], 'A. B. Archive. (2026)'],
  ])('by %j, with one mark at the end', (creators, begin) => {
    expect(citationOf({ ...dataset, meta: { ...meta, creators } }).apa.startsWith(begin)).toBe(true);
  });

  test.each([
    [{ url: 'https://example.org/data' }, undefined, 'https://example.org/data'],
    [{ doi: '10.5281/zenodo.1' }, '10.5281/zenodo.1', 'https://doi.org/10.5281/zenodo.1'],
    [{ doi: '10.5281/zenodo.1', url: 'https://example.org' }, '10.5281/zenodo.1', 'https://doi.org/10.5281/zenodo.1'],
  ])('with the address %j', (where, doi, address) => {
    const { apa, bibtex, ris, csl } = citationOf({ ...dataset, meta: { ...meta, ...where } });
    expect(apa.endsWith(`SHA-256 ab12. ${address}`)).toBe(true);
    expect(bibtex).toContain(`  url = {${address}},\n`);
    expect(ris).toContain(`UR  - ${address}\n`);
    expect(csl).toMatchObject({ URL: address, ...(doi === undefined ? {} : { DOI: doi }) });
    expect([bibtex.includes('doi = '), ris.includes('DO  - '), 'DOI' in csl]).toEqual(Array(3).fill(doi !== undefined));
  });

  test('by several creators', () => {
    const { apa, bibtex, ris } = citationOf({ ...dataset, meta: { ...meta, creators: ['A', 'B', 'C'] } });
    expect(apa).toContain('A, B, & C. (2026)');
    expect(bibtex).toContain('author = {{A} and {B} and {C}}');
    expect(ris.match(/^AU {2}- .$/gm)).toHaveLength(3);
  });
});

describe('a record', () => {
  test('with its title', () => {
    const { apa, bibtex, ris, csl } = citationOf(dataset, { record: { id: 'GX-0001', title: 'A seminar' } });
    expect(apa).toBe(
      'The contributors. (2026). A seminar (Record GX-0001). In Programs & visits (Version 1.2.0) [Data set]. SHA-256 ab12.',
    );
    expect(bibtex).toContain('@misc{mine-1.2.0-GX-0001,');
    expect(bibtex).toContain('booktitle = {Programs \\& visits}');
    expect(ris).toContain('TI  - A seminar\nT2  - Programs & visits\n');
    expect(csl).toMatchObject({
      title: 'A seminar',
      'container-title': 'Programs & visits',
      note: 'Record GX-0001; SHA-256 ab12',
    });
  });

  test('without one', () => {
    expect(citationOf(dataset, { record: { id: 'S-0001', title: null } }).csl.title).toBe('Record S-0001');
  });
});

describe('a filtered view', () => {
  test('with its query', () => {
    const { apa, bibtex, csl } = citationOf(dataset, { view: 'countries=KZ&minimum_sources=2' });
    expect(apa).toContain('(Version 1.2.0; selection countries=KZ&minimum_sources=2) [Data set]');
    expect(bibtex).toContain('note = {Data set; Selection countries=KZ\\&minimum\\_sources=2; SHA-256 ab12}');
    expect(csl.id).toBe('mine-1.2.0-selection');
  });

  test('with none is the whole', () => {
    expect(citationOf(dataset, { view: '' })).toEqual(citationOf(dataset));
  });

  test('keeps signs that BibTeX would read', () => {
    expect(citationOf(dataset, { view: 'a=\\~^{}%' }).bibtex).toContain(
      'a=\\textbackslash{}\\textasciitilde{}\\textasciicircum{}\\{\\}\\%',
    );
  });
});

describe('what else a citation says', () => {
  test('the number of records of a view, and whom else to name', () => {
    const { apa, csl } = citationOf(dataset, { view: 'indicators?country=KG', records: 1, credit: 'Data of V.' });
    expect(apa).toContain(
      '(Version 1.2.0; selection indicators?country=KG, 1 record) [Data set]. SHA-256 ab12. Data of V.',
    );
    expect(csl.note).toBe('Selection indicators?country=KG, 1 record; SHA-256 ab12; Data of V.');
    expect(citationOf(dataset, { view: 'x', records: 0 }).apa).toContain('selection x, 0 records)');
  });

  test.each([
    { accessed: '2026-11-04', words: 'November 4, 2026', parts: [2026, 11, 4] },
    { accessed: '2026-11', words: 'November 2026', parts: [2026, 11] },
    { accessed: '2026', words: '2026', parts: [2026] },
  ])('when it was read: $accessed', ({ accessed, words, parts }) => {
    const citation = citationOf(dataset, { accessed });
    expect(citation.apa).toMatch(new RegExp(` Retrieved ${words}\\.$`));
    expect(citation.bibtex).toContain(`urldate = {${accessed}},`);
    expect(citation.ris).toContain(`\nY2  - ${accessed.replaceAll('-', '/')}\n`);
    expect(citation.csl.accessed).toEqual({ 'date-parts': [parts] });
  });
});
