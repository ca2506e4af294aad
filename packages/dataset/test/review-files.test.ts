import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Dataset } from '@govexport/schema';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { readVersion } from '../src/changes/read-version.ts';
import { builtFiles } from '../src/derived/built-files.ts';
import { writeDataset } from '../src/import/write-dataset.ts';
import { readPackageDataset } from '../src/locations/read-package-dataset.ts';
import { readDataset } from '../src/read-dataset.ts';
import { metaWith, programWith, sourceWith, withFolder } from './small-dataset.ts';

const header = 'reviewer,record,field,verdict,seen,right_value,reason,reviewed,version';
const part = (...rows: string[]) => [header, ...rows].map((row) => `${row}\n`).join('');
const parts = {
  'reviews/R02.csv': part('R02,GX-0001,sector,right,"""customs""",,,2026-12-02,1.0.0'),
  'reviews/R01.csv': part(
    'R01,GX-0001,year,cannot_tell,2014,,The page is gone.,2026-12,1.0.0',
    'R01,GX-0001,sector,wrong,"""customs""","""police""",The page names the police.,2026-12-01,1.0.0',
  ),
};
const folder = mkdtempSync(join(tmpdir(), 'reviews-'));
afterAll(() => rmSync(folder, { recursive: true }));
const dataset = withFolder(parts, readDataset);

function refusal(contents: Readonly<Record<string, string>>): string {
  try {
    withFolder(contents, readDataset);
  } catch (error) {
    return String(error);
  }
  return '';
}

describe('reviews in one file for each person', () => {
  it('are read together, sorted by person, record and field', () => {
    expect(dataset.reviews.map(({ reviewer, field, seen }) => [reviewer, field, seen])).toEqual([
      ['R01', 'sector', '"customs"'],
      ['R01', 'year', '2014'],
      ['R02', 'sector', '"customs"'],
    ]);
  });

  it('are part of the content, and none of them leaves its hash as it was', () => {
    const none = withFolder({}, readDataset);
    expect(dataset.sha256).not.toBe(none.sha256);
    expect(withFolder({ 'reviews/R01.csv': part() }, readDataset).sha256).toBe(none.sha256);
  });

  it.each([
    ['a folder', { 'reviews.csv': part() }, 'reviews.csv is no part of a dataset'],
    [
      'CSV files alone',
      { 'reviews/R01.json': '[]' },
      'reviews/R01.json is no part of the table; expected only .csv files',
    ],
    ['a file', { reviews: 'x' }, 'reviews is not readable (ENOTDIR); expected a folder with CSV files'],
    [
      'the file of the person',
      { 'reviews/R03.csv': parts['reviews/R02.csv'] },
      'reviews/R03.csv:2: reviewer is "R02"; expected the name of its file without .csv',
    ],
    ['the header', { 'reviews/R01.csv': 'a,b\n' }, `expected CSV in UTF-8 with the header ${header}`],
  ])('are refused where they are not in %s', (_, contents, sentence) => {
    expect(refusal(contents as Readonly<Record<string, string>>)).toContain(sentence);
  });

  it('are the same from an archive, and refused there alike', async () => {
    const records = {
      'dataset.json': metaWith({}),
      'programs/GX-0001.json': programWith({}),
      'sources/S-0001.json': sourceWith({}),
    };
    const packed = (name: string, files: Readonly<Record<string, string>>) => {
      const path = join(folder, name);
      const bytes = Object.entries({ ...records, ...files }).map(([file, text]) => [file, strToU8(text)] as const);
      writeFileSync(path, zipSync(Object.fromEntries(bytes)));
      return path;
    };
    const whole = packed('whole.zip', parts);
    expect(await readPackageDataset(whole)).toEqual(dataset);
    expect((await readVersion(whole)).tables.find(({ name }) => name === 'reviews')?.records).toHaveLength(3);
    const misplaced = packed('misplaced.zip', { 'reviews/R03.csv': parts['reviews/R02.csv'] });
    await expect(readPackageDataset(misplaced)).rejects.toThrow('expected the name of its file without .csv');
  });

  it('are written as they are read', async () => {
    const { sha256, ...tables } = dataset;
    const target = join(folder, 'written');
    await writeDataset(target, tables as Dataset as never);
    expect(readdirSync(join(target, 'reviews'))).toEqual(['R01.csv', 'R02.csv']);
    expect(readDataset(target).sha256).toBe(sha256);
  });

  it('are a table of every file that is made of a dataset', async () => {
    const files = await builtFiles(dataset);
    const csv = new TextDecoder().decode(files['csv/reviews.csv']);
    expect(csv.trimEnd().split('\n')).toHaveLength(4);
  });
});
