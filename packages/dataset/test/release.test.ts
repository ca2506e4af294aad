import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Changes, formatProblem, type Dataset } from '@govexport/schema';
import { describe, expect, test } from 'vitest';
import {
  contentOf,
  isAtLeast,
  lostIds,
  nextVersion,
  prepareRelease,
  readRegister,
  withNewIds,
} from '../src/maintain.ts';
import { liveIds } from '../src/changes/id-register.ts';
import { loadDataset } from '../src/node.ts';

const published = loadDataset();
const at = (version: string, patch: Partial<Dataset> = {}): Dataset => ({
  ...published,
  aliases: [],
  withdrawn: [],
  ...patch,
  meta: { ...published.meta, version },
});
const before = contentOf(at('1.0.0'));
const register = withNewIds([], at('1.0.0'));
const base = { before, corrections: [], register, history: { name: 'govexport', releases: [] } };
const [first, second] = published.programs;
if (first === undefined || second === undefined) throw new Error('The dataset has no programs.');

const without = (id: string) => published.programs.filter((program) => program.id !== id);
const why = { version: '1.1.0', reason: 'One course.' };

function problemsOf(dataset: Dataset, more: object = {}): string[] {
  const prepared = prepareRelease({ ...base, dataset, ...more });
  return prepared.ok ? [] : prepared.problems.map(formatProblem);
}

test('the first release says so and registers every id', () => {
  const prepared = prepareRelease({ ...base, before: null, register: [], dataset: at('1.0.0') });
  if (!prepared.ok) throw new Error('refused');
  const { release, history } = prepared;
  expect(release).toMatchObject({ version: '1.0.0', previous: null, step: 'none', added: [] });
  expect(release.sha256).toBe(published.sha256);
  expect(release.counts[0]).toEqual({ table: 'programs', records: published.programs.length });
  expect(Changes.parse(history)).toEqual({ name: 'govexport', releases: [release] });
  expect(prepared.register).toEqual(liveIds(published).map((one) => ({ ...one, version: '1.0.0' })));
});

test('a later release stands before the earlier ones, and the register grows at its end', () => {
  const fresh = { ...first, id: 'GX-9999' };
  const dataset = at('1.1.0', { programs: [...published.programs, fresh] });
  const one = prepareRelease({ ...base, before: null, dataset: at('1.0.0') });
  const prepared = prepareRelease({ ...base, history: one.ok ? one.history : base.history, dataset });
  if (!prepared.ok) throw new Error('refused');
  expect(prepared.history.releases.map(({ version }) => version)).toEqual(['1.1.0', '1.0.0']);
  expect(prepared.register.slice(0, register.length)).toEqual(register);
  expect(prepared.register.slice(register.length)).toEqual([{ id: 'GX-9999', table: 'programs', version: '1.1.0' }]);
});

test('every id that was published is a record, an alias or withdrawn', () => {
  const file = fileURLToPath(new URL('../ids.csv', import.meta.url));
  expect(lostIds(readRegister(readFileSync(file, 'utf8')), published).map(formatProblem)).toEqual([]);
});

describe('a release is refused', () => {
  const corrected = published.programs.map((program) => (program === first ? { ...first, title: 'Another' } : program));

  test('with a version that is too small', () => {
    const dataset = at('1.0.1', { programs: [...published.programs, { ...first, id: 'GX-9999' }] });
    expect(problemsOf(dataset)).toEqual([
      'dataset.json: version is "1.0.1"; expected at least 1.1.0, since a minor change follows 1.0.0',
    ]);
    expect(problemsOf(at('1.0.0'))).toEqual([
      'dataset.json: version is "1.0.0"; expected at least 1.0.1, since any release follows 1.0.0',
    ]);
  });

  test('with a correction that has no reason', () => {
    const [sentence, ...others] = problemsOf(at('1.0.1', { programs: corrected }));
    expect(sentence).toMatch(
      /^programs: GX-0001: title is "Another" and was "Seminar .*; expected a row in corrections\.csv/,
    );
    expect(others).toEqual([]);
    const corrections = [{ table: 'programs', record: 'GX-0001', field: 'title', reason: 'As the page says.' }];
    expect(problemsOf(at('1.0.1', { programs: corrected }), { corrections })).toEqual([]);
  });

  test('with a reason for what did not change', () => {
    const corrections = [{ table: 'programs', record: 'GX-0001', field: 'tilte', reason: 'As the page says.' }];
    expect(problemsOf(at('1.0.1'), { corrections })).toEqual([
      'corrections.csv: table, record, field is "programs", "GX-0001", "tilte"; expected a value that changed since the last release',
    ]);
  });

  test('with an id that was lost', () => {
    expect(problemsOf(at('1.1.0', { programs: without('GX-0002') }))).toEqual([
      'programs: GX-0002 is gone; expected a row in data/aliases.csv or data/withdrawn.csv, or in corrections.csv where the table has no ids',
      'ids.csv: GX-0002 is lost: it was published in programs since 1.0.0; expected a record, or a row in data/aliases.csv or data/withdrawn.csv with the reason',
    ]);
  });

  test('with an alias of another version', () => {
    const aliases = [{ id: 'GX-0002', merged_into: 'GX-0001', ...why, version: '1.0.0' }];
    expect(problemsOf(at('1.1.0', { programs: without('GX-0002'), aliases }))).toEqual([
      'aliases.csv: GX-0002: version is "1.0.0"; expected 1.1.0, the version of this release',
    ]);
  });

  test('with a tombstone of another table', () => {
    const withdrawn = [{ id: 'GX-0002', table: 'sources', ...why }];
    expect(problemsOf(at('1.1.0', { programs: without('GX-0002'), withdrawn }))).toEqual([
      'withdrawn.csv: GX-0002: table is "sources"; expected programs, which held GX-0002',
    ]);
  });

  test('with an id that is used again', () => {
    const withdrawn = [{ id: 'GX-0002', table: 'programs', ...why, version: '1.0.0' }];
    const earlier = contentOf(at('1.0.0', { programs: without('GX-0002'), withdrawn }));
    expect(problemsOf(at('1.1.0'), { before: earlier })).toEqual([
      'programs: GX-0002: id is "GX-0002"; expected an id that was never used; the last release had given it up',
    ]);
  });
});

test('a record may be merged into one of another table', () => {
  const aliases = [{ id: 'LE-001', merged_into: 'GX-0001', ...why }];
  const leads = published.leads.filter(({ id }) => id !== 'LE-001');
  expect(problemsOf(at('1.1.0', { leads, aliases }))).toEqual([]);
});

test('a merged and a withdrawn record are released with their reasons', () => {
  const aliases = [{ id: 'GX-0002', merged_into: 'GX-0001', ...why }];
  const withdrawn = [{ id: 'LE-001', table: 'leads', ...why }];
  const leads = published.leads.filter(({ id }) => id !== 'LE-001');
  const dataset = at('1.1.0', { programs: without('GX-0002'), leads, aliases, withdrawn });
  expect(problemsOf(dataset)).toEqual([]);
  expect(lostIds(register, dataset)).toEqual([]);
});

test('versions are compared part by part', () => {
  expect((['none', 'patch', 'minor', 'major'] as const).map((step) => nextVersion('1.9.9', step))).toEqual([
    '1.9.9',
    '1.9.10',
    '1.10.0',
    '2.0.0',
  ]);
  expect([isAtLeast('1.10.0', '1.9.9'), isAtLeast('1.9.9', '1.10.0'), isAtLeast('1.0.0', '1.0.0')]).toEqual([
    true,
    false,
    true,
  ]);
});
