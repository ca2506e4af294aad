import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Dataset } from '@govexport/schema';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importInto } from '../src/import/import-into.ts';
import { parseMapping } from '../src/import/mapping.ts';
import { readDataset } from '../src/read-dataset.ts';
import { readUsTrainings } from '../src/read-us-trainings.ts';
import { validateFolder } from '../src/validation/validate-folder.ts';
import { chunksOf } from './small-mapping.ts';

const example = fileURLToPath(new URL('../../../docs/examples/us-trainings/', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'us-trainings-'));
const folder = join(home, 'us-trainings');
const slice = readFileSync(join(example, 'slice.tsv'), 'utf8');
const lines = slice.trimEnd().split('\n').slice(1);

function prepared(file: string): string {
  return execFileSync(process.execPath, [join(example, 'prepare.mjs'), file], { encoding: 'utf8', stdio: 'pipe' });
}

let dataset: Dataset;
beforeAll(async () => {
  const packed = join(home, 'slice.tsv.gz');
  writeFileSync(packed, gzipSync(slice));
  const text = prepared(packed);
  expect(text).toBe(prepared(join(example, 'slice.tsv')));
  const mapping = parseMapping('mapping.json', JSON.parse(readFileSync(join(example, 'mapping.json'), 'utf8')));
  const given = { source: { name: 'the table', chunks: chunksOf(text) }, mapping, mapping_name: 'mapping.json' };
  await importInto(folder, given, mapping.dataset.storage ?? null);
  dataset = readDataset(folder);
});
afterAll(() => {
  rmSync(home, { recursive: true });
});

/** The programs whose notes say something. */
const noted = (words: string) => dataset.programs.filter(({ notes }) => notes?.includes(words));

describe('a slice of the table of US trainings', () => {
  it('becomes a valid dataset with a record for each line', () => {
    expect(dataset.programs).toHaveLength(lines.length);
    expect(dataset.sources).toHaveLength(22);
    const { problems, dataset: checked } = validateFolder(folder);
    expect(problems).toEqual([]);
    expect(checked).toMatchObject({ sha256: dataset.sha256, meta: { storage: 'parquet', year_starts_in: 10 } });
  });

  it('keeps what is printed, and no value that is not', () => {
    const cells = lines.map((line) => line.split('\t'));
    for (const [at, program] of dataset.programs.entries()) {
      const [fiscal_year = '', , , title = '', , , start = '', , , quantity = '', cost = ''] = cells[at] ?? [];
      const plain = (cell: string) =>
        cell.replaceAll(/^"|"$/g, '').replaceAll('""', '"').replaceAll(/\s+/g, ' ').trim();
      expect(program.title).toBe(plain(title) || 'Course line without a printed title');
      expect([start, fiscal_year.slice(0, 4), String(Number(fiscal_year.slice(0, 4)) - 1)]).toContain(program.start);
      expect([null, Number(quantity)]).toContain(program.participants.value);
      if (cost !== '') expect(program.notes).toContain(`Cost in US dollars: ${cost}.`);
      const untold = ['sector', 'format', 'trainees'] as const;
      expect(untold.map((field) => program[field])).toEqual(['unknown', 'unknown', 'not_shown']);
    }
  });

  it('tells what cannot be in the notes, and leaves it out', () => {
    for (const { start } of noted('The first day reads')) expect(start).toMatch(/^\d{4}$/);
    for (const { end } of noted('which is before the first: left out')) expect(end).toBeNull();
    for (const { participants } of noted('The number of trainees reads'))
      expect(participants).toEqual({ value: null, low: null, high: null, basis: 'unknown' });
    for (const { countries } of noted('The report names Kosovo')) expect(countries).toEqual([]);
    const counts = ['The first day reads', 'which is before', 'The number of trainees', 'names Kosovo'].map(
      (words) => noted(words).length,
    );
    for (const count of counts) expect(count).toBeGreaterThan(1);
  });

  it('has the lines of the five states that the package has', () => {
    const known = new Set(
      readUsTrainings().map(({ fiscal_year, country, course_title, trainees }) =>
        [fiscal_year, country, course_title, trainees].join(' | '),
      ),
    );
    const own = dataset.programs.filter(({ countries }) => ['KZ', 'KG', 'TJ', 'TM', 'UZ'].includes(countries[0] ?? ''));
    expect(own.length).toBeGreaterThan(3);
    const report = (text: string) => /fiscal years (\d{4}-\d{4})/.exec(text)?.[1] ?? '';
    const mine = own.map(({ description, countries, title, participants }) =>
      [report(description), countries[0], title, participants.value].join(' | '),
    );
    expect(mine.filter((line) => !known.has(line))).toEqual([]);
  });
});

it.each([
  ['another header', 'year\tstate\n', /The header is year,state; expected fiscal_year,country/],
  [
    'a line cut short',
    `${slice.split('\n').slice(0, 2).join('\n')}\n2001-2002\tKenya\n`,
    /Line 3 has 2 cells; expected 12/,
  ],
  [
    'a state that it does not know',
    `${slice.split('\n')[0] ?? ''}\n2001-2002\tAtlantis${'\t'.repeat(10)}\n`,
    /"Atlantis" is not in countries\.json/,
  ],
])('the table with %s is refused in a sentence', (_, text, sentence) => {
  const path = join(home, 'wrong.tsv');
  writeFileSync(path, text);
  expect(() => prepared(path)).toThrow(sentence);
});
