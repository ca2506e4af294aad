import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { formatProblem, type Dataset } from '@govexport/schema';
import { createTarGzip } from 'nanotar';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { home } from '../scripts/derived-files.ts';
import { readLocation, readVersion, verifyDataset, type Answers, type LocationFiles } from '../src/maintain.ts';
import { loadDataset } from '../src/node.ts';

const folder = mkdtempSync(join(tmpdir(), 'verify-'));
const published = loadDataset();
const answers = JSON.parse(readFileSync(`${home}statistics.json`, 'utf8')) as Answers;

/** The published answers stand for the statistics, which this package does not know; the command line computes them. */
const recompute = (dataset: Dataset): Promise<Answers> =>
  Promise.resolve(dataset.programs.length === published.programs.length ? answers : {});

let tarball = '';
let packed: LocationFiles = new Map();

beforeAll(async () => {
  execFileSync('pnpm', ['pack', '--pack-destination', folder], { cwd: home, stdio: 'pipe' });
  const [name = ''] = readdirSync(folder);
  tarball = join(folder, name);
  packed = await readLocation(tarball);
});

afterAll(() => rmSync(folder, { recursive: true }));

/** Writes the package with some texts changed as a folder, checks it and returns what was found. */
async function findingsWith(changes: Readonly<Record<string, ((text: string) => string) | null>>): Promise<string[]> {
  const target = mkdtempSync(join(folder, 'changed-'));
  for (const [path, content] of packed) {
    const change = changes[path];
    if (change === null) continue;
    mkdirSync(dirname(join(target, path)), { recursive: true });
    writeFileSync(join(target, path), change === undefined ? content : changed(path, content, change));
  }
  const { findings } = await verifyDataset(target, recompute);
  return findings.map(formatProblem);
}

function changed(path: string, content: Uint8Array, change: (text: string) => string): string {
  const text = new TextDecoder().decode(content);
  if (change(text) === text) throw new Error(`${path} was not changed`);
  return change(text);
}

const replaced = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);

describe('the packed package', () => {
  test('is as it was published', async () => {
    const { findings, dataset, checks } = await verifyDataset(tarball, recompute);
    expect(findings).toEqual([]);
    expect(dataset?.sha256).toBe(published.sha256);
    expect(checks.map(({ check }) => check)).toEqual([
      'checksums',
      'schema',
      'content',
      'csv',
      'statistics',
      'release',
      'signature',
    ]);
    // No release is registered with this test, and the package that it packs is not signed.
    const unchecked = checks.filter(({ checked }) => checked === 0).map(({ check }) => check);
    expect(unchecked).toEqual(['release', 'signature']);
  });

  test('and its ZIP too', async () => {
    const name = `${published.meta.name}-dataset-${published.meta.version}.zip`;
    const { findings, dataset } = await verifyDataset(`${home}dist/files/${name}`, recompute);
    expect([findings, dataset?.sha256]).toEqual([[], published.sha256]);
  });

  test('holds the version that its folder holds', async () => {
    expect(await readVersion(tarball)).toEqual(await readVersion(`${home}data`));
  });
});

describe('one changed byte is found', () => {
  test('in a record, by its field', async () => {
    const changed = {
      'data/programs/GX-0001.json': replaced('"host_province": "Shandong"', '"host_province": "Shandung"'),
    };
    const found = await findingsWith(changed);
    expect(found).toContain(
      'data/programs/GX-0001.json: host_province is "Shandung"; expected "Shandong", as csv/programs.csv has it',
    );
    expect(found.some((sentence) => sentence.startsWith('statistics.json: sha256 is "'))).toBe(true);
    expect(found.some((sentence) => sentence.startsWith('dist/generated/bundle.js is not what data/ holds'))).toBe(
      true,
    );
    expect(found).toHaveLength(3);
  });

  test('in a list of a record', async () => {
    const found = await findingsWith({ 'data/programs/GX-0001.json': replaced('"RU"', '"CU"') });
    expect(found).toContain(
      'data/programs/GX-0001.json: other_countries is "CU"; expected "RU", as csv/programs.csv has it',
    );
  });

  test('in a record that does not fit any more', async () => {
    expect(await findingsWith({ 'data/programs/GX-0001.json': replaced('"year": 2006', '"year": 2007') })).toEqual([
      'data/programs/GX-0001.json: year is 2007; expected 2006, the year of start 2006-05-10',
    ]);
    expect(await findingsWith({ 'data/programs/GX-0001.json': replaced('{', '[') })).toEqual([
      expect.stringMatching(/^data\/programs\/GX-0001\.json is not JSON/),
    ]);
  });

  test('in a series', async () => {
    const found = await findingsWith({ 'data/leads.csv': replaced('security_and_justice', 'security_and_justicf') });
    expect(found).toEqual([
      expect.stringMatching(/^data\/leads\.csv:\d+: LE-\d+: theme is "security_and_justicf"; expected one of /),
    ]);
  });

  test('in CSV, by the id of the row', async () => {
    expect(await findingsWith({ 'csv/programs.csv': replaced('Shandong Police', 'Shandung Police') })).toEqual([
      expect.stringMatching(
        /^csv\/programs\.csv: GX-0001: title is ".*Shandung.*; expected ".*Shandong.*data\/programs\/GX-0001\.json has it$/,
      ),
    ]);
    expect(await findingsWith({ 'csv/codings.csv': replaced('GX-0001,A,A-001', 'GX-0001,A,A-002') })).toEqual([
      expect.stringMatching(
        /^csv\/codings\.csv: 1 \/ GX-0001 \/ A \/ \w+: coder_record is "A-002"; expected "A-001", as data\/codings\.csv has it$/,
      ),
    ]);
    expect(await findingsWith({ 'csv/country_year.csv': replaced(/,2006,(\d)/, ',2006,7') })).toEqual([
      expect.stringMatching(/^csv\/country_year\.csv: KG \/ 2006: programs is "7"; expected "\d", as data\/ has it$/),
    ]);
  });

  test('in published statistics', async () => {
    expect(await findingsWith({ 'statistics.json': replaced('"statistic":"trend"', '"statistic":"trond"') })).toEqual([
      'statistics.json: trend: statistic is "trond"; expected "trend", as computed anew',
    ]);
  });

  test('in what is loaded, in metadata and in a file that is made with the build', async () => {
    expect(await findingsWith({ 'dist/generated/bundle.js': replaced('Shandong', 'Shandung') })).toEqual([
      'dist/generated/bundle.js is not what data/ holds; expected the records of data/ as one text',
    ]);
    expect(await findingsWith({ 'datapackage.json': replaced('govexport', 'govexpert') })).toEqual([
      expect.stringMatching(
        /^datapackage\.json is altered: its SHA-256 is [0-9a-f]{12}…; expected [0-9a-f]{12}… of SHA256SUMS$/,
      ),
    ]);
    expect(await findingsWith({ 'dist/files/programs.json': replaced('GX-0001', 'GX-0901') })).toEqual([
      expect.stringMatching(/^dist\/files\/programs\.json is altered/),
    ]);
  });

  test('in the checksums', async () => {
    expect(await findingsWith({ SHA256SUMS: replaced(/^./, 'x') })).toEqual(
      expect.arrayContaining([
        'SHA256SUMS is not a list of checksums; expected a SHA-256, two spaces and a path in each line',
      ]),
    );
  });

  test('in the archive itself', async () => {
    const bytes = readFileSync(tarball);
    const middle = Math.floor(bytes.length / 2);
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    const broken = join(folder, 'broken.tgz');
    writeFileSync(broken, bytes);
    const { findings, dataset } = await verifyDataset(broken, recompute);
    expect([findings.length, dataset]).toEqual([1, null]);
    expect(findings[0]?.value).toBe('altered: it cannot be unpacked');
  });
});

describe('files that come and go are found', () => {
  test('a missing one', async () => {
    expect(await findingsWith({ 'csv/leads.csv': null })).toEqual([
      expect.stringMatching(/^csv\/leads\.csv is not to be read/),
    ]);
    expect(await findingsWith({ 'reference/README.md': null })).toEqual([
      'reference/README.md is missing; expected a file, since SHA256SUMS lists it',
    ]);
    expect(await findingsWith({ SHA256SUMS: null })).toContain(
      'SHA256SUMS is missing; expected the checksums of the files',
    );
  });

  test('one that is not listed', async () => {
    const files = [...packed].map(([path, data]) => ({ name: `package/${path}`, data }));
    const more = { name: 'package/csv/more.csv', data: new Uint8Array([10]) };
    const place = join(folder, 'more.tgz');
    writeFileSync(place, await createTarGzip([...files, more]));
    const { findings } = await verifyDataset(place, recompute);
    expect(findings.map(formatProblem)).toEqual(['csv/more.csv is not listed; expected a line in SHA256SUMS']);
  });
});

test('a place that is no package is refused in one sentence', async () => {
  await expect(verifyDataset(join(folder, 'none'), recompute)).rejects.toThrow(
    /none is missing; expected a folder, a \.tgz or a \.zip\.$/,
  );
  await expect(verifyDataset(`${home}package.json`, recompute)).rejects.toThrow('is no package; expected');
});
