import type { ContentField } from '../src/changes/dataset-content.ts';
import type { DatasetContent, TableContent } from '../src/maintain.ts';

const field = (name: string, type: string): ContentField => ({ name, type, values: [], references: null });
const text = (name: string) => field(name, 'text');

/** The programs of the small dataset. */
export const programs: TableContent = {
  name: 'programs',
  key: ['id'],
  fields: [text('id'), text('title'), field('participants.low', 'whole number'), text('countries')],
  records: [
    { id: 'GX-0001', title: 'One', participants: { low: 20 }, countries: ['KZ'] },
    { id: 'GX-0002', title: 'Two', participants: { low: null }, countries: [] },
  ],
};

/** The codings of the small dataset. */
export const codings: TableContent = {
  name: 'codings',
  key: ['round', 'program'],
  fields: [field('round', 'whole number'), text('program'), text('value')],
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
