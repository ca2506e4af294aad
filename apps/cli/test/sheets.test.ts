import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runBuilt } from './run-built.ts';

const folder = mkdtempSync(join(tmpdir(), 'sheets-'));
const sheets = join(import.meta.dirname, 'sheets');

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function govexport(...args: string[]): Promise<string> {
  const { stdout, stderr, exit_code } = await runBuilt(args, { SOURCE_DATE_EPOCH: '1767225600' }, { folder });
  expect([exit_code, stderr], stdout).toEqual([0, '']);
  return stdout;
}

const table = ['"domain": {\n      "column": ""', '"domain": {\n      "constant": "civil"'] as const;
const source = (field: string, value: string) =>
  [`"${field}": {\n      "column": ""`, `"${field}": {\n      "constant": "${value}"`] as const;
const dataset = [
  ['"license": ""', '"license": "CC-BY-4.0"'],
  ['"creators": [\n      ""', '"creators": [\n      "Invented project"'],
  ['"senders": [\n      ""', '"senders": [\n      "CN"'],
] as const;

/** Sheets as scholars keep them, all of it invented: what their proposed mapping leaves to a person, and what comes of it. */
const cases = [
  {
    sheet: 'ru.csv',
    edits: [table, source('accessed', '2026')],
    starts: ['2014-03-05', '2015-10', '2016', '2017-05'],
    figures: [20, 1200, 30, null],
    reading: 'Windows-1251',
  },
  {
    sheet: 'zh.csv',
    edits: [table, source('accessed', '2026')],
    starts: ['2014-05-12', '2015-09', '2016', '2018-05'],
    figures: [20, 20, 30, 25],
    reading: 'GB18030',
  },
  {
    sheet: 'gs.csv',
    edits: [table, ['"empty": ""', '"empty": "2020"']],
    starts: ['2014-03-05', '2015-09', '2016', '2018-05'],
    figures: [null, null, null, null],
    reading: 'UTF-8',
  },
  {
    sheet: 'book.xlsx',
    edits: [table, source('accessed', '2026')],
    starts: ['2014-03-05', '2014-05-05', '2016'],
    figures: [20, 1200, null],
    reading: 'Excel workbook',
  },
] as const;

/** Replaces texts that stand there once, and tells how many lines differ. */
function edit(file: string, edits: readonly (readonly [string, string])[]): number {
  const before = readFileSync(join(folder, file), 'utf8');
  const after = edits.reduce((text, [was, is]) => {
    expect(text.split(was)).toHaveLength(2);
    return text.replace(was, is);
  }, before);
  writeFileSync(join(folder, file), after);
  const lines = after.split('\n');
  return before.split('\n').filter((line, at) => line !== lines[at]).length;
}

describe.each(cases)('the sheet $sheet', ({ sheet, edits, starts, figures, reading }) => {
  const mapping = `${sheet}.json`;

  it('is imported by its proposed mapping with five edited lines, and every row counts', async () => {
    const proposed = await govexport('dataset', 'import', join(sheets, sheet), '--new-mapping', mapping);
    // Where the line breaks depends on where the sheets lie.
    expect(proposed.replaceAll(/\s+/g, ' ')).toContain(reading);
    expect(edit(mapping, [...dataset, ...edits])).toBe(5);
    await govexport('dataset', 'import', join(sheets, sheet), '--mapping', mapping, '--output', sheet + '.out');
    const listed = await govexport('programs', 'list', '--dataset', sheet + '.out', '--format', 'json');
    const { items } = JSON.parse(listed) as { items: { start: string; participants: { value: number | null } }[] };
    expect(items.map(({ start }) => start)).toEqual(starts);
    expect(items.map(({ participants }) => participants.value)).toEqual(figures);
    const overview = await govexport('overview', '--dataset', sheet + '.out', '--format', 'json');
    expect(JSON.parse(overview)).toMatchObject({ result: { n: starts.length } });
  });

  it('is validated, built and cited', async () => {
    const out = sheet + '.out';
    expect(await govexport('dataset', 'validate', out)).toContain(`${out} is valid`);
    await govexport('dataset', 'build', out, '--output', sheet + '.files');
    expect(readdirSync(join(folder, sheet + '.files'))).toContain('datapackage.json');
    expect(await govexport('cite', '--dataset', out)).toContain('Invented project. (2026).');
  });

  it('takes two edited lines in a folder that says what the dataset is', async () => {
    const home = sheet + '.begun';
    const said = ['--senders', 'CN', '--recipients', 'KZ,KG,TJ,TM,UZ', '--creators', 'Us', '--license', 'CC0-1.0'];
    await govexport('dataset', 'init', home, ...said);
    const into = ['--output', join(home, 'data')];
    await govexport('dataset', 'import', join(sheets, sheet), '--new-mapping', `begun.${mapping}`, ...into);
    expect(edit(`begun.${mapping}`, edits)).toBe(2);
    await govexport('dataset', 'import', join(sheets, sheet), '--mapping', `begun.${mapping}`, ...into);
    expect(readdirSync(join(folder, home, 'data/programs'))).toHaveLength(starts.length);
    expect(await govexport('dataset', 'validate', join(home, 'data'))).toContain('is valid');
  });
});
