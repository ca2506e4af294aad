import type { Cell, Table } from '@govexport/router';
import { canonicalJson, vocabularies } from '@govexport/schema';
import { z } from 'zod';

/** One field of a record, nested ones by their path, as a column. */
export interface FieldColumn {
  /** Path with dots, such as `participants.value`. */
  readonly key: string;
  readonly label: string;
  readonly schema: z.ZodType;
}

type RecordValue = Readonly<Record<string, unknown>>;

/** What fields are called where their names do not read well. */
const labels: Readonly<Record<string, string>> = {
  id: 'Id',
  host_institution_local: 'Host in Chinese',
  url: 'Address',
  'participants.value': 'Participants',
  'participants.low': 'Participants, at least',
  'participants.high': 'Participants, at most',
  'participants.basis': 'Basis of participants',
};

/** Every field of a record schema, in its order. */
export function fieldColumns(shape: Readonly<Record<string, z.ZodType>>, parent = ''): FieldColumn[] {
  return Object.entries(shape).flatMap(([name, schema]) => {
    const key = parent + name;
    if (schema instanceof z.ZodObject) return fieldColumns(schema.shape, `${key}.`);
    return [{ key, label: labels[key] ?? humanized(key), schema }];
  });
}

function humanized(key: string): string {
  const words = key.replace(/^field_sources\./, 'sources of ').replaceAll(/[._]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Records as a table of codes, each field as the dataset holds it; lists are joined by semicolons. */
export function dataTable(
  naming: Pick<Table, 'name' | 'title'>,
  fields: readonly FieldColumn[],
  records: readonly RecordValue[],
): Table {
  return tableOf(
    naming,
    fields,
    records.map((record) => cellsOf(fields, record, dataCell)),
  );
}

/** Records as a table with the labels of the vocabularies. */
export function labelTable(
  naming: Pick<Table, 'name' | 'title'>,
  fields: readonly FieldColumn[],
  records: readonly RecordValue[],
): Table {
  return tableOf(
    naming,
    fields,
    records.map((record) => cellsOf(fields, record, labelCell)),
  );
}

function tableOf(naming: Pick<Table, 'name' | 'title'>, fields: readonly FieldColumn[], rows: Table['rows']): Table {
  return { ...naming, note: null, columns: fields.map(({ key, label }) => ({ key, label, kind: 'text' })), rows };
}

type PrintCell = (value: unknown, schema: z.ZodType) => Cell;

function cellsOf(fields: readonly FieldColumn[], record: RecordValue, print: PrintCell): Record<string, Cell> {
  return Object.fromEntries(fields.map(({ key, schema }) => [key, print(valueAt(record, key), schema)]));
}

function valueAt(record: RecordValue, key: string): unknown {
  return key.split('.').reduce<unknown>((holder, name) => (holder as RecordValue)[name], record);
}

function dataCell(value: unknown): Cell {
  if (value === null || typeof value === 'number' || typeof value === 'string') return value;
  if (!Array.isArray(value)) return canonicalJson(value);
  return value.map((item) => (isAgency(item) ? agencyText(item, item.country) : String(item))).join('; ');
}

function labelCell(value: unknown, schema: z.ZodType): Cell {
  const inner = schema instanceof z.ZodNullable ? (schema.unwrap() as z.ZodType) : schema;
  if (value === null || typeof value === 'number') return value;
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
