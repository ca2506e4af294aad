import { openDataset } from '@govexport/router/node';
import { Program, tables } from '@govexport/schema';
import { expect, test } from 'vitest';
import { programCell } from '../src/lib/server/explore/program-table.ts';
import { recordGroups, sheetSource } from '../src/lib/server/record-fields.ts';

const dataset = openDataset();

function rowsOf(id: string) {
  const program = dataset.programs.find((candidate) => candidate.id === id);
  if (program === undefined) throw new Error(`There is no ${id}`);
  return recordGroups(tables[0], program).flatMap(({ rows }) => rows);
}

test('every field of a program is on its page', () => {
  const shown = new Set(rowsOf('GX-0001').map(({ field }) => field.split('.')[0]));
  // The title and the description stand above the sheet, the sources below it.
  const elsewhere = ['id', 'title', 'description', 'sources', 'field_sources'];
  expect(Object.keys(Program.shape).filter((field) => !shown.has(field) && !elsewhere.includes(field))).toEqual([]);
});

test('every row of every program has a label, and a value or a word for its absence', () => {
  for (const { id } of dataset.programs) {
    for (const { label, values, absent } of rowsOf(id)) {
      expect(label).not.toBe('');
      expect(values.length > 0 || absent !== '').toBe(true);
      expect(values.every(({ text }) => text !== '' && !text.includes('[object'))).toBe(true);
    }
  }
});

test('unknown is shown as unknown and never as no', () => {
  const row = rowsOf('GX-0001').find(({ field }) => field === 'technology_component');
  expect(row).toMatchObject({ values: [], absent: 'unknown' });
});

test('values carry the definition of their vocabulary', () => {
  const row = rowsOf('GX-0001').find(({ field }) => field === 'domain');
  expect(row?.values[0]?.text).toBe('Security');
  expect(row?.values[0]?.definition).toContain('policing');
});

test.each([
  { start: '2006-11', short: 'Nov 2006', long: 'November 2006 (day unknown)', missing: 'day unknown' },
  { start: '2018', short: '2018', long: '2018 (month and day unknown)', missing: 'month and day unknown' },
  { start: '2018-03-05', short: '5 Mar 2018', long: '5 March 2018', missing: '' },
])('the date $start is $short in a table and $long on its page', ({ start, short, long, missing }) => {
  const [program] = dataset.programs;
  if (program === undefined) throw new Error('There are no programs');
  const dated = { ...program, start };
  expect(programCell(dated, 'start').values).toMatchObject([{ text: short, missing }]);
  const row = recordGroups(tables[0], dated).flatMap(({ rows }) => rows.filter(({ field }) => field === 'start'))[0];
  expect(row?.values).toMatchObject([{ text: long }]);
});

test('a table says nothing of a date that is unknown', () => {
  expect(programCell({ end: null }, 'end')).toEqual({ values: [], absent: 'unknown' });
});

test('a source that is no copy has no first publisher, and its address is a link', () => {
  const source = dataset.sources.find(({ is_copy: isCopy, url }) => !isCopy && url !== null);
  if (source === undefined) throw new Error('There is no such source');
  const { rows } = sheetSource(source);
  expect(rows.map(({ field }) => field)).not.toContain('original_publisher');
  expect(rows.find(({ field }) => field === 'url')?.values).toMatchObject([{ text: source.url, href: source.url }]);
});
