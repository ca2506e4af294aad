import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { UsTraining } from '@govexport/schema';
import { committedFiles, countedReadme, derivedData, home, root } from '../scripts/derived-files.ts';
import { issueForms } from '../scripts/issue-forms.ts';
import { totalUsTrainings } from '../scripts/us-training-totals.ts';
import { zenodoFile } from '../scripts/zenodo.ts';
import { loadDataset, readUsTrainings } from '../src/node.ts';
import { parseUsTrainings } from '../src/read-us-trainings.ts';

describe('generated files', () => {
  const target = mkdtempSync(join(tmpdir(), 'generated-'));
  afterAll(() => {
    rmSync(target, { recursive: true });
  });
  const made = [derivedData(), countedReadme(), ...committedFiles(), ...issueForms(), zenodoFile(loadDataset())];
  const files = made.map(({ path }) => path);

  test('are all written, and no other', () => {
    execFileSync(process.execPath, [join(home, 'scripts/generate.ts'), target], { stdio: 'pipe' });
    const written = readdirSync(target, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(written).toHaveLength(files.length);
  });

  test.each(files)('%s is current; if not, run `pnpm run generate` in this package', (path) => {
    expect(readFileSync(join(root, path)).equals(readFileSync(join(target, path)))).toBe(true);
  });

  test('are the only ones in csv/', () => {
    const names = files.filter((path) => path.includes('/csv/')).map((path) => path.replace(/^.*\//, ''));
    expect(readdirSync(join(home, 'csv')).sort()).toEqual(names.sort());
  });
});

describe('the US course lines', () => {
  const trainings = readUsTrainings();

  test('are 5,638, of 22 reports', () => {
    expect(trainings).toHaveLength(5638);
    expect(new Set(trainings.map(({ fiscal_year }) => fiscal_year)).size).toBe(22);
  });

  test('are added up without loss', () => {
    const totals = loadDataset().us_training_totals;
    const sum = (values: readonly (number | null)[]) =>
      values.reduce<number>((total, value) => total + (value ?? 0), 0);
    expect(sum(totals.map(({ rows }) => rows))).toBe(5638);
    expect(sum(totals.map(({ trainees }) => trainees))).toBe(sum(trainings.map(({ trainees }) => trainees)));
    expect(sum(totals.map(({ cost_usd }) => cost_usd))).toBeCloseTo(sum(trainings.map(({ cost_usd }) => cost_usd)), 2);
  });

  test('of a state that a report leaves out have no row', () => {
    const pairs = new Set(trainings.map(({ fiscal_year, country }) => `${fiscal_year} ${country}`));
    expect(pairs.size).toBe(109);
    expect(loadDataset().us_training_totals.filter(({ rows }) => rows === 0)).toEqual([]);
  });

  test('without a number leave the sum unknown', () => {
    const line = { fiscal_year: '2006-2007', country: 'KZ', trainees: null, cost_usd: 0.1 } as UsTraining;
    expect(totalUsTrainings([line, { ...line, cost_usd: 0.2 }])).toEqual([
      {
        fiscal_year: '2006-2007',
        country: 'KZ',
        rows: 2,
        trainees: null,
        trainees_known_rows: 0,
        cost_usd: 0.3,
        cost_known_rows: 2,
      },
    ]);
  });

  test('that do not fit are all reported, each with its line', () => {
    const header = Object.keys(trainings[0] ?? {}).join(',');
    const lines = [header, '2006-2007,KZ,IMET,,,,,,,one,,', '2006-2007,RUS,IMET,,,,,,,1,,', '2006'];
    expect(() => parseUsTrainings(lines.join('\n'))).toThrow(
      [
        'us-trainings-central-asia.csv has 3 problems:',
        '  us-trainings-central-asia.csv:4 is a row of one cell; expected 12, one for each field',
        '  us-trainings-central-asia.csv:2: trainees is "one"; expected a whole number, or null',
        '  us-trainings-central-asia.csv:3: country is "RUS"; expected an ISO 3166-1 alpha-2 country code, two capital letters',
      ].join('\n'),
    );
  });
});
