import { expect, test } from 'vitest';
import { Changes, changesJsonSchema, type Release } from '../src/index.ts';

const release: Release = {
  version: '1.1.0',
  previous: '1.0.0',
  sha256: 'a'.repeat(64),
  step: 'minor',
  counts: [{ table: 'programs', records: 2 }],
  schema: [{ table: 'programs', field: 'frame', change: 'added', was: null }],
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

test('their JSON Schema names every field', () => {
  const schema = changesJsonSchema();
  expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  const { items } = schema.properties?.['releases'] as { items: { required: string[] } };
  expect(items.required).toEqual(Object.keys(release));
});
