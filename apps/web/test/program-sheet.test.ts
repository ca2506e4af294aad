import { openDataset } from '@govexport/router/node';
import { Program } from '@govexport/schema';
import { expect, test } from 'vitest';
import { programSheet } from '../src/lib/server/program-sheet.ts';

const dataset = openDataset();

function rowsOf(id: string) {
  const program = dataset.programs.find((candidate) => candidate.id === id);
  if (program === undefined) throw new Error(`There is no ${id}`);
  return programSheet(program).flatMap(({ rows }) => rows);
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
