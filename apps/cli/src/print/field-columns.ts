import type { Cell, Table } from '@govexport/router';
import {
  canonicalJson,
  flatFieldsOf,
  flatTablesOf,
  valueAt,
  vocabularies,
  type FlatField,
  type FlatRows,
  type Table as RecordTable,
} from '@govexport/schema';
import { z } from 'zod';

/** One field of a record as a column; the fields of a group stand on their own. */
export interface FieldColumn extends FlatField {
  readonly label: string;
}

/** What fields are called where their names do not read well. */
const labels: Readonly<Record<string, string>> = {
  id: 'Id',
  host_institution_local: 'Host in Chinese',
  url: 'Address',
  participants_value: 'Participants',
  participants_low: 'Participants, at least',
  participants_high: 'Participants, at most',
  participants_basis: 'Basis of participants',
};

/** Every field of a record schema, in its order. */
export function fieldColumns(record: z.ZodObject): FieldColumn[] {
  return flatFieldsOf(record).map((flat) => ({ ...flat, label: labels[flat.name] ?? humanized(flat.name) }));
}

function humanized(name: string): string {
  const words = name.replace(/^field_sources_/, 'sources of ').replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What rows are called in an answer, and the fields that become columns; not given: as the table, and every one. */
interface Naming {
  readonly name?: string;
  readonly fields?: readonly string[] | undefined;
}

/** Records as rows of codes, as every file of the table has them. */
export function dataRows(table: RecordTable, records: readonly object[], { name, fields }: Naming = {}): FlatRows {
  const [flat] = flatTablesOf(table);
  if (flat === undefined) throw new TypeError(`${table.name} has no columns`);
  return { ...flat.rowsOf(records, fields), name: name ?? table.name };
}

/** Records as a table with the labels of the vocabularies. */
export function labelTable(
  naming: Pick<Table, 'name' | 'title'>,
  fields: readonly FieldColumn[],
  records: readonly object[],
): Table {
  const columns = fields.map(({ name, label }) => ({ key: name, label, kind: 'text' as const }));
  const rows = records.map((record) =>
    Object.fromEntries(fields.map(({ name, path, field }) => [name, labelCell(valueAt(record, path), field)])),
  );
  return { ...naming, note: null, columns, rows };
}

function labelCell(value: unknown, schema: z.ZodType): Cell {
  const inner = schema instanceof z.ZodNullable ? (schema.unwrap() as z.ZodType) : schema;
  if (value === null) return 'unknown';
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return labelOf(value, inner);
  if (!Array.isArray(value)) return canonicalJson(value);
  if (value.length === 0) return 'none named';
  const element = (inner as z.ZodArray<z.ZodType>).element;
  return value
    .map((item) => (isAgency(item) ? agencyText(item, item.country) : labelOf(String(item), element)))
    .join('; ');
}

function labelOf(value: string, schema: z.ZodType): string {
  const name = schema.meta()?.['vocabulary'];
  return (typeof name === 'string' ? vocabularies[name]?.terms[value]?.label : undefined) ?? value;
}

interface Agency {
  readonly name: string;
  readonly country: string | null;
}

function isAgency(item: unknown): item is Agency {
  return typeof item === 'object' && item !== null && 'name' in item && 'country' in item;
}

function agencyText({ name }: Agency, country: string | null): string {
  return country === null ? name : `${name} (${country})`;
}
