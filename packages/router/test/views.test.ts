import { tables, type Table } from '@govexport/schema';
import { describe, expect, test } from 'vitest';
import { createCaller, fieldText, groupsOf, viewOf, type OperationId } from '../src/index.ts';
import { openDataset } from '../src/node.ts';

const dataset = openDataset();
const caller = createCaller({ dataset });
const all = tables as readonly unknown[] as readonly Table[];

/** What stands above the fields of a record, or below them. */
const beside = ['id', 'title', 'name', 'description', 'sources', 'field_sources'];

describe.each(all.map((table) => [table.name, table] as const))('a record of %s', (name, table) => {
  test('shows every field in one group', () => {
    const { groups, record } = table;
    const grouped = groups.flatMap(({ fields }) => fields);
    const missing = Object.keys(record.shape).filter((field) => !beside.includes(field) && !grouped.includes(field));
    expect(groups.length === 0 ? [] : missing).toEqual([]);
    expect(new Set(grouped).size).toBe(grouped.length);
    expect(grouped.filter((field) => !(field in record.shape))).toEqual([]);
  });

  test('has a label for every field, and a value or a word for its absence', () => {
    for (const row of dataset[name as 'programs'].slice(0, 50)) {
      const fields = groupsOf(table, row).flatMap((group) => group.fields);
      expect(fields.filter((field) => field.label === '' || /^$|undefined|\[object/.test(fieldText(field)))).toEqual(
        [],
      );
    }
  });
});

test('the view of a program has its text, its groups with their sources, and each source', async () => {
  const {
    headline,
    detail,
    groups = [],
    tables: shown,
  } = viewOf('programs.get', await caller.programs.get({ id: 'GX-0001' }), dataset.meta);
  expect(headline).toMatch(/^GX-0001: /);
  expect(detail).not.toBeNull();
  expect(groups[0]).toMatchObject({ table: 'program', title: 'When', sources: ['S-0001'] });
  expect(groups.at(-1)).toMatchObject({ table: 'sources' });
  expect(shown.map(({ data }) => data.name)).toEqual(['program', 'sources']);
});

test('a value of a vocabulary that says unknown is no value', () => {
  const [program] = dataset.programs;
  const [first] = groupsOf(all[0] as Table, { ...program, year_basis: 'unknown', end: null });
  const texts = first?.fields.map((field) => [field.name, fieldText(field)]);
  expect(texts).toEqual(
    expect.arrayContaining([
      ['year_basis', 'unknown'],
      ['end', 'unknown'],
    ]),
  );
});

test.each(['transfers.list', 'sources.facets', 'tables.list', 'meta', 'citations.dataset', 'statistics.trend'])(
  'the answer of %s has a headline and a table',
  async (id) => {
    const [group = '', name] = id.split('.');
    const asked = (caller as unknown as Record<string, Record<string, (input: object) => Promise<unknown>>>)[group];
    const answer = await (name === undefined ? (asked as unknown as () => Promise<unknown>)() : asked?.[name]?.({}));
    const view = viewOf(id as OperationId, answer, dataset.meta);
    expect(view.headline).not.toBe('');
    expect(view.tables.length).toBeGreaterThan(0);
  },
);
