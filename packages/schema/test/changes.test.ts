import { expect, test } from 'vitest';
import { Changes, changesJsonSchema, schemaChangeInWords, type Release, type SchemaChange } from '../src/index.ts';

const release: Release = {
  version: '1.1.0',
  previous: '1.0.0',
  sha256: 'a'.repeat(64),
  step: 'minor',
  counts: [{ table: 'programs', records: 2 }],
  schema: [{ table: 'programs', field: 'frame', value: null, change: 'added', was: null }],
  added: [{ table: 'programs', record: 'GX-0002' }],
  corrected: [
    { table: 'programs', record: 'GX-0001', field: 'countries', old: ['KZ'], new: null, reason: 'As the page says.' },
  ],
  merged: [],
  withdrawn: [],
  removed: [{ table: 'codings', record: '1 / GX-0001 / A / format', reason: null }],
};

test('changes are plain JSON of any value', () => {
  expect(Changes.parse({ name: 'small', releases: [release] }).releases).toEqual([release]);
});

test.each([
  [{ step: 'huge' }, 'step'],
  [{ sha256: 'abc' }, 'sha256'],
  [{ previous: '1.0' }, 'previous'],
  [{ date: '2026-11-24' }, ''],
])('a release with %j is refused', (patch, field) => {
  const parsed = Changes.safeParse({ name: 'small', releases: [{ ...release, ...patch }] });
  expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toEqual([
    ['releases', '0', field].filter(Boolean).join('.'),
  ]);
});

test.each<[Partial<SchemaChange>, string]>([
  [{ field: null, change: 'added' }, 'The table programs is new.'],
  [{ field: null, change: 'removed' }, 'The table programs is gone: take it from the version before.'],
  [
    { field: null, change: 'reordered' },
    'The fields of programs stand in another order: ask for columns by name, not by position.',
  ],
  [{ change: 'added' }, 'In programs, the field frame is new.'],
  [{ change: 'removed' }, 'In programs, the field frame is gone: take it from the version before.'],
  [{ change: 'renamed', was: 'form' }, 'In programs, the field form is called frame now: write frame for it.'],
  [
    { change: 'retyped', was: 'text' },
    'In programs, the field frame has another type than before, when it was text: read it anew.',
  ],
  [{ value: 'sco', change: 'added' }, 'In programs, frame may hold the new value sco.'],
  [{ value: 'sco', change: 'removed' }, 'In programs, frame never holds sco any more: a filter by it finds nothing.'],
])('the change %j is told in words', (change, words) => {
  const whole: SchemaChange = { table: 'programs', field: 'frame', value: null, change: 'added', was: null };
  expect(schemaChangeInWords({ ...whole, ...change })).toBe(words);
});

test('their JSON Schema names every field', () => {
  const schema = changesJsonSchema();
  expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  const { items } = schema.properties?.['releases'] as { items: { required: string[] } };
  expect(items.required).toEqual(Object.keys(release));
});
