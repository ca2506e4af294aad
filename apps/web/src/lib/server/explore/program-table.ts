import { Program, tables, type Dataset } from '@govexport/schema';
import type { TableCell, TableColumn } from '../../explore/explore-parts.ts';
import { words } from '../../format.ts';
import { m } from '../../generated/messages.js';
import { fieldLabel } from '../labels.ts';
import { recordCell } from '../record-fields.ts';
import { exploreAddress, sortKeys, valuesIn, type Given } from './explore-query.ts';

/** A program as the router gives it. */
type ProgramRecord = Dataset['programs'][number];

/** Fields that are no columns: the title and the id always stand, and long texts are for the page of the record. */
const noColumns: ReadonlySet<string> = new Set([
  ...['id', 'title', 'description', 'notes', 'technology_notes', 'field_sources', 'recipient_agencies', 'codings'],
]);

/** Every field that can be a column, in the order of the schema. */
export const columnFields: readonly string[] = Object.keys(Program.shape).filter((field) => !noColumns.has(field));

/** What a column is called. */
export const columnLabel = (field: string): string => fieldLabel(field) ?? words(field);

/** The columns of the table, each with the address that sorts by it or turns its order round. */
export function tableColumns(fields: readonly string[], given: Given, sort: readonly string[]): TableColumn[] {
  return fields.map((field) => {
    const isFirst = (key: string) => sort[0] === key;
    const next = isFirst(field) ? `-${field}` : field;
    return {
      field,
      label: columnLabel(field),
      href: sortKeys.has(field) ? exploreAddress(given, { sort: [next] }) : null,
      sorted: isFirst(field) ? 'ascending' : isFirst(`-${field}`) ? 'descending' : null,
    };
  });
}

/** The cells of a program. */
export function tableCells(program: Partial<ProgramRecord>, fields: readonly string[]): TableCell[] {
  return fields.map((field) => ({ field, label: columnLabel(field), ...programCell(program, field) }));
}

/** What a cell shows of a field, and what stands there where nothing is known. */
export function programCell(program: Partial<ProgramRecord>, field: string): Pick<TableCell, 'values' | 'absent'> {
  if (field !== 'participants') return recordCell(tables[0], field, program[field as keyof ProgramRecord]);
  const { value = null, low = null, high = null } = program.participants ?? {};
  const text = value ?? (low === null && high === null ? null : `${String(low ?? '')}–${String(high ?? '')}`);
  const values = text === null ? [] : [{ text: String(text), definition: '', definitionLang: null, language: null }];
  return { values, absent: m.unknown() };
}

/** The columns that an address asks for, in the order of the schema. */
export function columnsIn(given: Given, defaultFields: readonly string[]): string[] {
  const asked = valuesIn(given, 'fields');
  return columnFields.filter((field) => (asked.length === 0 ? defaultFields : asked).includes(field));
}

/** The field by which a key sorts; a minus before it turns the order round. */
export function sortLabel(key: string): string {
  const name = key.replace(/^-/, '');
  const field = columnLabel(name);
  return name === key ? field : m.sort_reversed({ field });
}
