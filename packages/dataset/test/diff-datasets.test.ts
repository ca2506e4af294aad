import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Changes } from '@govexport/schema';
import { describe, expect, test } from 'vitest';
import {
  changesMarkdown,
  contentOf,
  diffDatasets,
  movedIds,
  readCorrections,
  reasonsIn,
  releaseMarkdown,
} from '../src/maintain.ts';
import { loadDataset } from '../src/node.ts';
import { content, later, programs, programsWith } from './small-content.ts';

const reason = (record: string, field: string, words = 'As the page says.') => ({
  table: 'programs',
  record,
  field,
  reason: words,
});

test('a dataset does not differ from itself', () => {
  const whole = contentOf(loadDataset());
  expect(diffDatasets(whole, whole)).toMatchObject({ step: 'none', schema: [], added: [], corrected: [], removed: [] });
});

describe('records', () => {
  test('that are new ask for a minor version', () => {
    const fresh = { id: 'GX-0003', title: 'Three', participants: { low: 1 }, countries: [] };
    const diff = diffDatasets(content, later({ programs: { records: [...programsWith('', {}), fresh] } }));
    expect(diff).toMatchObject({ step: 'minor', added: [{ table: 'programs', record: 'GX-0003' }], corrected: [] });
    expect(diff.counts[0]).toEqual({ table: 'programs', records: 3 });
  });

  test('that were corrected tell field, old, new and reason, and ask for a patch', () => {
    const records = programsWith('GX-0001', { participants: { low: 30 }, countries: ['KZ', 'KG'] });
    const corrections = [reason('GX-0001', '*', 'Recounted.'), reason('GX-0001', 'countries'), reason('*', '*', 'No.')];
    const { step, corrected } = diffDatasets(content, later({ programs: { records } }), corrections);
    expect(step).toBe('patch');
    expect(corrected).toEqual([
      { table: 'programs', record: 'GX-0001', field: 'participants.low', old: 20, new: 30, reason: 'Recounted.' },
      {
        table: 'programs',
        record: 'GX-0001',
        field: 'countries',
        old: ['KZ'],
        new: ['KZ', 'KG'],
        reason: 'As the page says.',
      },
    ]);
  });

  test('a correction without a reason has none', () => {
    const after = later({ programs: { records: programsWith('GX-0002', { title: 'Second' }) } });
    expect(diffDatasets(content, after, [reason('GX-0001', '*')]).corrected).toMatchObject([{ reason: null }]);
  });

  test('that are gone are merged, withdrawn or without a trace', () => {
    const why = { version: '1.1.0', reason: 'One course.' };
    const aliases = { records: [{ id: 'GX-0002', merged_into: 'GX-0001', ...why }] };
    const withdrawn = { records: [{ id: 'GX-0002', table: 'programs', ...why }] };
    const gone = { records: programsWith('GX-0002', null) };
    const place = { table: 'programs', record: 'GX-0002' };
    expect(diffDatasets(content, later({ programs: gone, aliases }))).toMatchObject({
      step: 'minor',
      merged: [{ ...place, into: 'GX-0001', reason: 'One course.' }],
      withdrawn: [],
      removed: [],
    });
    expect(diffDatasets(content, later({ programs: gone, withdrawn }))).toMatchObject({
      withdrawn: [{ ...place, reason: 'One course.' }],
      removed: [],
    });
    expect(diffDatasets(content, later({ programs: gone })).removed).toEqual([{ ...place, reason: null }]);
  });

  test('of a table without ids are known by their key', () => {
    const diff = diffDatasets(content, later({ codings: { records: [] } }), [
      { table: 'codings', record: '1 / GX-0001', field: '*', reason: 'Read twice.' },
    ]);
    expect(diff.removed).toEqual([{ table: 'codings', record: '1 / GX-0001', reason: 'Read twice.' }]);
  });

  test('their order never matters', () => {
    const records = [...programsWith('', {})].reverse();
    expect(diffDatasets(content, later({ programs: { records } })).step).toBe('none');
  });
});

describe('fields', () => {
  const fields = content.tables[0]?.fields ?? [];
  const schemaOf = (programs: object) => {
    const { schema, step } = diffDatasets(content, later({ programs }));
    return { schema, step };
  };

  test('that are removed ask for a major version', () => {
    expect(schemaOf({ fields: fields.slice(0, -1) })).toEqual({
      step: 'major',
      schema: [{ table: 'programs', field: 'countries', value: null, change: 'removed', was: null }],
    });
  });

  test('that are renamed are seen by what they hold', () => {
    const records = programsWith('', {}).map(({ title, ...rest }) => ({ ...rest, name: title }));
    const renamed = fields.map((field) => (field.name === 'title' ? { ...field, name: 'name' } : field));
    expect(schemaOf({ fields: renamed, records })).toEqual({
      step: 'major',
      schema: [{ table: 'programs', field: 'name', value: null, change: 'renamed', was: 'title' }],
    });
  });

  test('that are renamed keep the corrections that came with it', () => {
    const records = programsWith('', {}).map(({ title, ...rest }) => ({ ...rest, name: title }));
    const more = [...programs.records, { id: 'GX-0003', title: 'Three', countries: [] }];
    const before = { ...content, tables: content.tables.with(0, { ...programs, records: more }) };
    const renamed = fields.map((one) => (one.name === 'title' ? { ...one, name: 'name' } : one));
    const after = later({
      programs: { fields: renamed, records: [...records, { id: 'GX-0003', name: 'Third', countries: [] }] },
    });
    const { schema, corrected } = diffDatasets(before, after);
    expect(schema).toMatchObject([{ field: 'name', change: 'renamed', was: 'title' }]);
    expect(corrected).toMatchObject([{ record: 'GX-0003', field: 'name', old: 'Three', new: 'Third' }]);
  });

  test('that stand in another order or have another type ask for a major version', () => {
    expect(schemaOf({ fields: [...fields].reverse() })).toMatchObject({
      step: 'major',
      schema: [{ field: null, change: 'reordered' }],
    });
    const retyped = fields.map((field) => (field.name === 'title' ? { ...field, type: 'number' } : field));
    expect(schemaOf({ fields: retyped })).toMatchObject({
      step: 'major',
      schema: [{ field: 'title', change: 'retyped', was: 'text' }],
    });
  });

  test('that are added ask for a minor version, and no value of theirs counts as corrected', () => {
    const records = programsWith('', {}).map((record) => ({ ...record, frame: 'sco' }));
    const diff = diffDatasets(
      content,
      later({
        programs: { fields: [...fields, { name: 'frame', type: 'text', values: [], references: null }], records },
      }),
    );
    expect(diff).toMatchObject({ step: 'minor', corrected: [] });
  });

  test('tables that come and go', () => {
    const tables = content.tables.filter(({ name }) => name !== 'codings');
    const less = { ...content, tables };
    expect(diffDatasets(content, less)).toMatchObject({
      step: 'major',
      schema: [{ table: 'codings', field: null, change: 'removed' }],
      removed: [{ table: 'codings', record: '1 / GX-0001' }],
    });
    expect(diffDatasets(less, content)).toMatchObject({
      step: 'minor',
      schema: [{ table: 'codings', change: 'added' }],
      added: [{ table: 'codings', record: '1 / GX-0001' }],
    });
  });
});

test('reasons are read from CSV, and every row that does not fit is named', () => {
  const header = 'table,record,field,reason\n';
  expect(readCorrections(`${header}programs,GX-0001,*,Recounted.\n`)).toEqual([reason('GX-0001', '*', 'Recounted.')]);
  expect(() => readCorrections(`${header}programs,GX-0001,title,\n`)).toThrow(
    'corrections.csv has one problem:\n  corrections.csv:2: reason is null; expected a value of type string',
  );
});

test('a package gives the reasons of its releases, and a history that is none is refused', async () => {
  const home = fileURLToPath(new URL('..', import.meta.url));
  const found = (await reasonsIn(home)).filter(({ record }) => record === 'GX-0023');
  expect(found.map(({ field }) => field)).toContain('recommended_for_aggregates');
  const folder = mkdtempSync(join(tmpdir(), 'history-'));
  writeFileSync(join(folder, 'changes.json'), '{"name":');
  await expect(reasonsIn(folder)).rejects.toThrow(
    `${folder} holds a changes.json that cannot be read; expected the history of its releases.`,
  );
  rmSync(folder, { recursive: true });
});

describe('for people', () => {
  const records = programsWith('GX-0002', { title: 'Two | second' });
  const diff = diffDatasets(content, later({ programs: { records } }), [reason('*', 'title')]);

  test('a release is Markdown in which no value breaks a table', () => {
    expect(releaseMarkdown(diff, null)).toBe(`## 1.1.0

After 1.0.0. The changes ask for a patch version.

### Records

| table | added | new ids | corrected | merged | withdrawn | removed |
| --- | --- | --- | --- | --- | --- | --- |
| programs | 0 |  | 1 | 0 | 0 | 0 |

### Corrected: 1

| table | record | field | old | new | reason |
| --- | --- | --- | --- | --- | --- |
| programs | GX-0002 | title | "Two" | "Two \\| second" | As the page says. |`);
  });

  test('a long list is cut, and says so', () => {
    const place = { table: 'programs', field: 'title', old: 'One', new: 'Two', reason: 'As the page says.' };
    const many = Array.from({ length: 530 }, (_, index) => ({ ...place, record: `GX-${1000 + index}` }));
    expect(releaseMarkdown({ ...diff, corrected: many }, null)).toContain(
      'And 30 more, all of them in `changes.json`.',
    );
  });

  test('a history says what it is, and that nothing was released', () => {
    const history = Changes.parse({ name: 'small', releases: [] });
    expect(changesMarkdown(history)).toMatch(/^# Changes of small\n[^]*\nNothing was released yet\.\n$/);
  });
});

describe('ids that moved to other records', () => {
  const records = (...ids: string[]) =>
    ids.map((id, at) => ({ id, title: `Title ${at}`, start: '2014', countries: ['KZ'], host_institution: null }));
  const withPrograms = (...ids: string[]) => later({ programs: { records: records(...ids) } });

  test('are found by what the records tell, and not where two are alike', () => {
    expect(movedIds(withPrograms('GX-0001', 'GX-0002'), withPrograms('GX-0002', 'GX-0003'))).toEqual([
      { table: 'programs', record: 'GX-0002', was: 'GX-0001' },
      { table: 'programs', record: 'GX-0003', was: 'GX-0002' },
    ]);
    const alike = later({ programs: { records: [...records('GX-0001'), ...records('GX-0002')] } });
    expect(movedIds(withPrograms('GX-0003'), alike)).toEqual([]);
  });
});
