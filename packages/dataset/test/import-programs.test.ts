import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importPrograms, type ImportedDataset } from '../src/import/import-into.ts';
import { parseMapping } from '../src/import/mapping.ts';
import { importLimits } from '../src/import/sheet/head.ts';
import { writeDataset } from '../src/import/write-dataset.ts';
import { loadDataset, readDataset } from '../src/node.ts';
import { chunksOf, mapping } from './small-mapping.ts';

const header = 'Topic,Date,Country,Technology,Days,Link\n';

function imported(text: string | Uint8Array, changes: object = {}): Promise<ImportedDataset> {
  const given = parseMapping('map.json', { ...mapping, ...changes });
  return importPrograms({
    source: { name: 'table.csv', chunks: chunksOf(text) },
    mapping: given,
    mapping_name: 'map.json',
  });
}

describe('a row', () => {
  it('becomes a program with its sources; what it does not tell is unknown', async () => {
    const { tables } = await imported(
      `${header}"Courts, and more",12.5.2014,Kazakhstan / Uzbekistan,yes,n/a,https://example.org/a https://example.org/b\n`,
    );
    expect(tables.programs[0]).toMatchObject({
      id: 'GX-0001',
      title: 'Courts, and more',
      start: '2014-05-12',
      year: 2014,
      countries: ['KZ', 'UZ'],
      technology_component: true,
      duration_days: null,
      equipment_transfer: null,
      venue: 'unknown',
      sources: ['S-0001', 'S-0002'],
    });
    expect(tables.sources.map(({ url }) => url)).toEqual(['https://example.org/a', 'https://example.org/b']);
  });

  it('shares a source with another row that gives the same', async () => {
    const { rows, tables } = await imported(
      `${header}One,2014,,,,https://example.org/a\r\nTwo,05/2015,,,,https://example.org/a\r\n`,
    );
    expect(rows).toBe(2);
    expect(tables.programs.map(({ start, sources }) => [start, sources])).toEqual([
      ['2014', ['S-0001']],
      ['2015-05', ['S-0001']],
    ]);
  });

  it('may bring its own id', async () => {
    const { tables } = await imported(`${header}GX-0007,2014,,,,\n`, {
      programs: { ...mapping.programs, id: { column: 'Topic' } },
    });
    expect(tables.programs.map(({ id }) => id)).toEqual(['GX-0007']);
  });

  it('may come with a byte order mark before the header', async () => {
    expect((await imported(`\uFEFF${header}One,2014,,,,\n`)).rows).toBe(1);
  });
});

const one = 'One,2014,,,,\n';

describe('a CSV that does not fit', () => {
  it.each([
    [
      'a wrong date',
      `${header}${one}Two,31.02.2015,,,,\n`,
      'table.csv:3: GX-0002: start (column B "Date") is "31.02.2015"; expected a date as YYYY, YYYY-MM or YYYY-MM-DD that exists in the calendar',
    ],
    [
      'an unknown state',
      `${header}One,2014,Kazakhstan/China,,,\n`,
      'table.csv:2: GX-0001: countries.1 (column C "Country") is "CN"; expected one of KZ, KG, TJ, TM, UZ, the recipients in dataset.json',
    ],
    [
      'a wrong address',
      `${header}One,2014,,,,example.org\n`,
      'table.csv:2: S-0001: url (column F "Link") is "example.org"; expected an absolute http or https address without spaces or a password, or null',
    ],
    [
      'a word for yes',
      `${header}One,2014,,perhaps,,\n`,
      'table.csv:2: GX-0001: technology_component (column D "Technology") is "perhaps"; expected true, false or null',
    ],
    [
      'a number in words',
      `${header}One,2014,,,twenty,\n`,
      'table.csv:2: GX-0001: duration_days (column E "Days") is "twenty"; expected a whole number, or null',
    ],
    [
      'an empty title',
      `${header},2014,,,,\n`,
      'table.csv:2: GX-0001: title (column A "Topic") is nothing; expected a value of type string',
    ],
    [
      'a NUL',
      `${header}O\u0000e,2014,,,,\n`,
      'table.csv:2: GX-0001: title (column A "Topic") is "O\\u0000e"; expected text that is not empty',
    ],
    [
      'a stray quote',
      `${header}One,20"14,,,,\n`,
      'table.csv:2 is not CSV (invalid opening quote); expected rows as in RFC 4180.',
    ],
    ['a quote left open', `${header}"One,2014,,,,\n`, 'is not CSV (quote not closed); expected rows as in RFC 4180.'],
    ['no row', header, 'table.csv has no row below its header; expected at least one.'],
    ['nothing', '', 'table.csv is empty; expected a header and rows.'],
    [
      'a workbook of another kind',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]),
      'table.csv is a workbook of Excel 97 to 2003; expected an .xlsx, a CSV or a TSV',
    ],
    [
      'a value beyond the columns',
      `${header}One,2014,,,,,more\n`,
      'table.csv:2 has "more" in column G, which has no name; give "column G" to a field or to ignored_columns.',
    ],
    [
      'a column too few',
      'Topic,Date\nOne,2014\n',
      'table.csv has no column "Days", which the mapping names; it has "Topic", "Date".',
    ],
    [
      'a column too many',
      `More,${header}x,${one}`,
      'table.csv has the column "More" (A), which the mapping does not name; give it to a field or to ignored_columns.',
    ],
    [
      'a key of every object',
      `__proto__,${header}x,${one}`,
      'has the column "__proto__" (A), which the mapping does not name',
    ],
    [
      'a huge field',
      `${header}${'x'.repeat(importLimits.row_characters + 1)},2014,,,,\n`,
      'is a row of more than 1000000 characters; expected a shorter one.',
    ],
  ])('with %s is refused', async (_, text, message) => {
    await expect(imported(text)).rejects.toThrow(message);
  });

  it('is told with every problem of every row', async () => {
    const text = `${header}One,soon,,,,\nTwo,2014,China,,,\n`;
    await expect(imported(text)).rejects.toMatchObject({
      problems: [{ file: 'table.csv:2', field: 'start (column B "Date")' }, { file: 'table.csv:3' }],
    });
  });
});

describe('a CSV without end', () => {
  const gigabyte = 1024 ** 3;

  /** Rows in pieces of 64 KiB, as many as are asked for. */
  async function* endless(row: string, seen: { bytes: number }): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(new TextEncoder().encode(header));
    const piece = new TextEncoder().encode(row.repeat(Math.ceil(65_536 / row.length)));
    while (seen.bytes < gigabyte) {
      seen.bytes += piece.byteLength;
      yield piece;
    }
  }

  it.each([
    ['many rows', one, 'has more than 50000 rows'],
    ['long rows', `${'x'.repeat(30_000)},2014,,,,\n`, 'has more than 64 MiB'],
    ['one row', 'x', 'is a row of more than 1000000 characters'],
  ])('of %s is refused while it is read, and not kept', async (_, row, message) => {
    const seen = { bytes: 0 };
    const before = process.memoryUsage.rss();
    const source = { name: 'endless.csv', chunks: endless(row, seen) };
    const asked = importPrograms({ source, mapping: parseMapping('map.json', mapping), mapping_name: 'map.json' });
    await expect(asked).rejects.toThrow(message);
    expect(seen.bytes).toBeLessThan(importLimits.bytes + 1024 ** 2);
    expect(process.memoryUsage.rss() - before).toBeLessThan(600 * 1024 ** 2);
  });
});

describe('the folder', () => {
  let home = '';
  beforeEach(() => (home = mkdtempSync(join(tmpdir(), 'import-'))));
  afterEach(() => rmSync(home, { recursive: true }));

  it('reads as the dataset that was written', async () => {
    const { tables } = await imported(`${header}${one}Two,2015,Uzbekistan,no,,https://example.org/a\n`);
    const folder = join(home, 'deep/out');
    await writeDataset(folder, tables);
    const { sha256, ...read } = readDataset(folder);
    expect(read).toEqual(tables);
    expect(sha256).toHaveLength(64);
  });

  it('holds every table of a dataset', async () => {
    const published = loadDataset();
    await writeDataset(join(home, 'out'), published as unknown as ImportedDataset['tables']);
    expect(readDataset(join(home, 'out')).sha256).toBe(published.sha256);
  });

  it('that is not empty is kept', async () => {
    const { tables } = await imported(`${header}${one}`);
    await writeDataset(join(home, 'out'), tables);
    await expect(writeDataset(join(home, 'out'), tables)).rejects.toThrow('out is not empty; expected a new folder.');
    expect(readdirSync(home)).toEqual(['out']);
  });
});
