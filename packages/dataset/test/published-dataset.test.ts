import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { canonicalContent, pathOf, tables } from '@govexport/schema';
import { describe, expect, test } from 'vitest';
import { assembleDataset } from '../src/assemble-dataset.ts';
import { DatasetError } from '../src/dataset-error.ts';
import { loadDataset } from '../src/index.ts';
import { readDataset, readDatasetFiles } from '../src/node.ts';

const home = fileURLToPath(new URL('..', import.meta.url));
const dataset = loadDataset();

const readText = (path: string) => readFileSync(`${home}${path}`, 'utf8');
const readJson = (path: string) => JSON.parse(readText(path)) as unknown;
const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/** How many records each table has. */
const counts = {
  programs: 137,
  sources: 574,
  partnerships: 15,
  transfers: 65,
  adoptions: 22,
  agreements: 71,
  institutions: 26,
  pledges_and_totals: 90,
  rights_events: 22,
  codings: 3227,
  reviews: 0,
  leads: 136,
  indicators: 1684,
  countries: 6,
  places: 72,
  borders: 4,
  us_training_totals: 109,
  aid_projects: 661,
  aliases: 31,
  withdrawn: 3,
};

function openParts(value: unknown, path = 'dataset'): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, item]) => openParts(item, `${path}.${key}`));
  return Object.isFrozen(value) ? inner : [path, ...inner];
}

/** What a table's files hold, read here in another way than the package does. */
function rowsOfFiles(place: string): number {
  if (!existsSync(`${home}data/${place}`)) return 0;
  if (!place.endsWith('.csv')) return readdirSync(`${home}data/${place}`).length;
  return readText(`data/${place}`).trimEnd().split('\n').length - 1;
}

describe('the published dataset', () => {
  test('holds as many records of each table as counted here, and as its files', () => {
    expect(Object.fromEntries(tables.map(({ name }) => [name, dataset[name].length]))).toEqual(counts);
    expect(Object.fromEntries(tables.map((table) => [table.name, rowsOfFiles(pathOf(table))]))).toEqual(counts);
  });

  test('has its counts in the README', () => {
    const rows = tables.map(({ name }) => `| \`${name}\` | ${counts[name].toLocaleString('en')} |`);
    const listed = readText('README.md').match(/^\| `\w+` +\| +[\d,]+ +\|/gm) ?? [];
    expect(listed.map((row) => row.replace(/ +/g, ' '))).toEqual(rows);
  });

  test('has ids of programs and leads that leave no gap but for those that were given up', () => {
    const retired = [...dataset.aliases, ...dataset.withdrawn];
    const numbered = (prefix: string, count: number, digits: number) =>
      Array.from({ length: count }, (_, index) => `${prefix}-${String(index + 1).padStart(digits, '0')}`);
    expect(dataset.programs.map(({ id }) => id)).toEqual(numbered('GX', 137, 4));
    const leads = [...dataset.leads, ...retired].map(({ id }) => id).filter((id) => id.startsWith('LE-'));
    expect(leads.sort()).toEqual(numbered('LE', 141, 3));
  });

  test('arrives at the numbers of its release', () => {
    const { programs } = dataset;
    const known = (field: 'security_related' | 'technology_component', of = programs) => {
      const values = of.map((program) => program[field]).filter((value) => value !== null);
      return [values.filter(Boolean).length, values.length];
    };
    const article = programs.filter(({ venue, year }) => venue === 'in_sender' && year >= 2007 && year <= 2020);
    const recommended = (of: typeof programs) => of.filter((program) => program.recommended_for_aggregates).length;
    expect([recommended(programs), article.length, recommended(article)]).toEqual([39, 59, 16]);
    expect(readText('../../README.md')).toContain(
      `the records hold ${article.length} programs held in China too, ${recommended(article)} of them recommended`,
    );
    expect([known('security_related', article), known('technology_component', article)]).toEqual([
      [15, 55],
      [19, 28],
    ]);
    expect([known('security_related'), known('technology_component')]).toEqual([
      [27, 123],
      [31, 58],
    ]);
  });

  test('has each page among its sources once', () => {
    const addresses = dataset.sources.flatMap(({ url }) => (url === null ? [] : [url]));
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  test('carries the version of its package', () => {
    expect(readJson('package.json')).toMatchObject({ version: dataset.meta.version });
  });

  test('says what it is not, and under which licence it stands', () => {
    const cautions = dataset.meta.cautions.join(' ');
    for (const words of [
      'partial re-collection',
      'not the table of',
      'no human has yet checked',
      'never read as no',
      'share biases',
      'across editions',
      'across releases',
      'that is chance',
      'overlap',
      'No trainee or official is named',
      'unit of the US training totals differs',
    ]) {
      expect(cautions).toContain(words);
    }
    expect(dataset.meta.license).toBe('CC-BY-4.0');
  });

  test('carries the hash of its content, computed anew', () => {
    expect(dataset.sha256).toBe(sha256(canonicalContent(dataset)));
    // The hashed text is the dataset without the hash and without the tables that have no records.
    const { sha256: claimed, ...content } = dataset;
    const held = Object.entries(content).filter(([, rows]) => !Array.isArray(rows) || rows.length > 0);
    expect(claimed).toBe(sha256(JSON.stringify(Object.fromEntries(held))));
  });

  test('has the same hash by another implementation, from the files', () => {
    const script = fileURLToPath(new URL('hash-of-files.mjs', import.meta.url));
    const printed = execFileSync(process.execPath, [script, `${home}data`], { encoding: 'utf8' });
    expect(printed.trim()).toBe(dataset.sha256);
  });

  test('is frozen at every depth', () => {
    expect(openParts(dataset)).toEqual([]);
    expect(() => Object.assign(dataset.programs[0]?.participants ?? {}, { value: 1 })).toThrow(TypeError);
    expect(() => (dataset.programs as unknown[]).pop()).toThrow(TypeError);
  });

  test('is one object, however often it is loaded', () => {
    expect(loadDataset()).toBe(dataset);
  });

  test('is what its folder holds', () => {
    expect(readDataset(`${home}data`)).toEqual(dataset);
  });

  test('compares no indicator across editions: each has one', () => {
    const editions = new Map(dataset.indicators.map(({ indicator, edition }) => [indicator, edition]));
    expect(dataset.indicators.filter(({ indicator, edition }) => editions.get(indicator) !== edition)).toEqual([]);
    expect(editions.size).toBe(18);
  });

  test('has a border whose sum is that of its parts', () => {
    const parts = dataset.borders.filter(({ country }) => country !== null).map(({ length_km }) => length_km);
    const sums = dataset.borders.filter(({ country }) => country === null).map(({ length_km }) => length_km);
    expect(sums).toEqual([parts.reduce((total, length) => total + length, 0)]);
  });

  test('has every capital and every host city among its places, except those named here', () => {
    const places = new Set(dataset.places.map(({ name_en }) => name_en));
    expect(dataset.countries.map(({ capital }) => capital).filter((capital) => !places.has(capital))).toEqual([]);
    const cities = new Set(dataset.programs.flatMap(({ host_cities }) => host_cities));
    expect([...cities].filter((city) => !places.has(city)).sort()).toEqual(['Xiangxi']);
  });

  test('has in its first round of coding the codings that its programs name', () => {
    const coded = new Set(dataset.codings.map(({ program, coder_record }) => `${program} ${coder_record}`));
    const named = new Set(dataset.programs.flatMap(({ id, codings }) => codings.map((coding) => `${id} ${coding}`)));
    const absent = [...coded].filter((pair) => !pair.endsWith(' null') && !named.has(pair));
    expect(absent).toEqual([]);
  });
});

test('the main entry imports nothing, so that it loads at once and in a bundler', () => {
  const imports = (file: string) =>
    [...readText(`src/${file}`).matchAll(/^import (?!type).*from '([^']+)'/gm)].map(([, name]) => name);
  expect(imports('index.ts')).toEqual(['./deep-freeze.ts', './generated/bundle.ts']);
  expect(imports('deep-freeze.ts')).toEqual([]);
});

test('a changed copy of the published records is refused with what to call it', () => {
  const files = readDatasetFiles(`${home}data`);
  const [first, ...others] = files.sources;
  const changed = { file: first?.file ?? '', value: { ...(first?.value as object), is_copy: 'true' } };
  const assemble = () => assembleDataset('The copy', { ...files, sources: [changed, ...others] });
  expect(assemble).toThrow(DatasetError);
  expect(assemble).toThrow(
    /^The copy has one problem:\n {2}sources\/CS-0001\.json: is_copy is "true"; expected true or false$/,
  );
});
