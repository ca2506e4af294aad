import type { DatasetContent, TableContent } from '../src/maintain.ts';

const text = (name: string) => ({ name, type: 'text' });

const programs: TableContent = {
  name: 'programs',
  key: ['id'],
  fields: [text('id'), text('title'), { name: 'participants.low', type: 'whole number' }, text('countries')],
  records: [
    { id: 'GX-0001', title: 'One', participants: { low: 20 }, countries: ['KZ'] },
    { id: 'GX-0002', title: 'Two', participants: { low: null }, countries: [] },
  ],
};

const codings: TableContent = {
  name: 'codings',
  key: ['round', 'program'],
  fields: [{ name: 'round', type: 'whole number' }, text('program'), text('value')],
  records: [{ round: 1, program: 'GX-0001', value: 'a' }],
};

const retired = (name: string, field: string): TableContent => ({
  name,
  key: ['id'],
  fields: [text('id'), text(field)],
  records: [],
});

const tables = [programs, codings, retired('aliases', 'merged_into'), retired('withdrawn', 'table')];

/** A small dataset as version 1.0.0 had it. */
export const content: DatasetContent = { name: 'small', version: '1.0.0', tables };

/** The small dataset as a later version, with some tables changed. */
export function later(changes: Readonly<Record<string, Partial<TableContent>>>, version = '1.1.0'): DatasetContent {
  return { ...content, version, tables: tables.map((table) => ({ ...table, ...changes[table.name] })) };
}

/** The records of the programs, with a change of one of them; null takes it out. */
export function programsWith(id: string, patch: object | null): TableContent['records'] {
  return programs.records.flatMap((record) => {
    if (record['id'] !== id) return [record];
    return patch === null ? [] : [{ ...record, ...patch }];
  });
}
