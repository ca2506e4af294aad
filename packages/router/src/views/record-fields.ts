import { nameInWords, writeExact } from '@govexport/analysis/tables';
import { isKnown, termLabel, type FieldGroup, type Table } from '@govexport/schema';
import { z } from 'zod';
import type { Row } from '../records/record-key.ts';
import fieldLabels from '../words/phrases/fields.en.json' with { type: 'json' };
import type { FieldValue, ViewField, ViewGroup } from './view.ts';

/** What heads a record where it is shown, and its sources, stand beside its fields. */
const beside: ReadonlySet<string> = new Set(['id', 'title', 'name', 'description', 'sources', 'field_sources']);

/**
 * The fields of a record as its table groups them.
 *
 * @param name - of the table of rows that they show
 */
export function groupsOf(table: Table, record: Row, name = table.name): ViewGroup[] {
  const supported = record['field_sources'] as Readonly<Record<string, readonly string[]>> | undefined;
  return fieldGroupsOf(table).map(({ title, fields, supported_by }) => ({
    table: name,
    title,
    fields: fields
      .filter((field) => record[table.only_if[field] ?? ''] !== false)
      .flatMap((field) => fieldsOf(table, field, record[field])),
    sources: supported_by === undefined ? [] : (supported?.[supported_by] ?? []),
  }));
}

function fieldGroupsOf({ groups, singular, record }: Table): readonly FieldGroup[] {
  const fields = Object.keys(record.shape).filter((field) => !beside.has(field));
  return groups.length > 0 ? groups : [{ title: `The ${singular}`, fields }];
}

/** A field of a record, or each field of a group within it. */
export function fieldsOf(table: Table, name: string, value: unknown): ViewField[] {
  const schema: unknown = table.record.shape[name];
  if (!(schema instanceof z.ZodObject)) return [fieldOf(table, name, value)];
  return Object.entries(schema.shape).map(([part, inner]) =>
    fieldFor({ table, name: `${name}.${part}`, schema: inner as z.ZodType }, (value as Row | undefined)?.[part]),
  );
}

/** A field of a record with the value that it has there. */
export function fieldOf(table: Table, name: string, value: unknown): ViewField {
  return fieldFor({ table, name, schema: table.record.shape[name] as z.ZodType }, value);
}

interface Place {
  readonly table: Table;
  readonly name: string;
  readonly schema: z.ZodType;
}

function fieldFor({ table, name, schema }: Place, value: unknown): ViewField {
  const nothing = Array.isArray(value) ? 'none named' : 'unknown';
  // A number that identifies a record counts nothing.
  const told = typeof value === 'number' && table.key.includes(name) ? String(value) : value;
  return {
    name,
    label: labelOf(table.name, name),
    description: schema.description ?? '',
    values: valuesOf(told, schema, name),
    absent: table.none.includes(name) ? 'none' : nothing,
  };
}

/** What a field is called in English. */
export function labelOf(table: string, name: string): string {
  const labels: Readonly<Record<string, string>> = fieldLabels;
  return labels[`${table}.${name}`] ?? labels[name] ?? nameInWords(name);
}

function valuesOf(value: unknown, schema: z.ZodType | undefined, name: string): FieldValue[] {
  const inner = schema instanceof z.ZodNullable ? (schema.unwrap() as z.ZodType) : schema;
  if (Array.isArray(value)) {
    const element = inner instanceof z.ZodArray ? (inner.element as z.ZodType) : undefined;
    return value.flatMap((one) => valuesOf(one, element, name));
  }
  if (value === undefined || !isKnown(value)) return [];
  if (typeof value === 'number') return [{ kind: 'number', value }];
  if (typeof value === 'boolean') return [{ kind: 'truth', value }];
  if (typeof value === 'string') return [textValue(value, inner?.meta(), name)];
  const { name: agency, country } = value as { name: string; country: string | null };
  return [{ kind: 'agency', name: agency, state: country }];
}

function textValue(text: string, meta: Readonly<Record<string, unknown>> = {}, name = ''): FieldValue {
  const { 'x-vocabulary': vocabulary, 'x-format': format, pattern } = meta;
  if (typeof vocabulary === 'string') return { kind: 'term', vocabulary, value: text };
  if (format === 'partial-date') return { kind: 'date', text };
  if (pattern === '^[A-Z]{2}$') return { kind: 'state', text };
  if (name === 'language') return { kind: 'language', text };
  return /^https?:\/\//.test(text) ? { kind: 'link', text } : { kind: 'text', text, language: languageOf(text) };
}

/** Records are in English but for names and titles that stand as they are printed; numbers and ids are no words. */
function languageOf(text: string): 'en' | 'ru' | 'zh' | null {
  if (/\p{Script=Han}/u.test(text)) return 'zh';
  if (/\p{Script=Cyrillic}/u.test(text)) return 'ru';
  return /^([\d\s.,-]+|[A-Z]{1,8}-[a-z]?\d+)$/.test(text) ? null : 'en';
}

/** A field whose terms are told with the sender of the dataset. */
export function toldField(field: ViewField, senders: readonly string[]): ViewField {
  const values = field.values.map((value) =>
    value.kind === 'term' ? { ...value, label: termLabel(value.vocabulary, value.value, senders) } : value,
  );
  return { ...field, values };
}

/** The values of a field in English, in one line. */
export function fieldText({ values, absent }: Pick<ViewField, 'values' | 'absent'>): string {
  return values.length === 0 ? absent : values.map(valueText).join('; ');
}

function valueText(value: FieldValue): string {
  switch (value.kind) {
    case 'term':
      return value.label ?? termLabel(value.vocabulary, value.value, []);
    case 'number':
      return writeExact(value.value, 'en');
    case 'truth':
      return value.value ? 'yes' : 'no';
    case 'language':
      return languageName(value.text);
    case 'agency':
      return value.state === null ? value.name : `${value.name} (${value.state})`;
    default:
      return value.text;
  }
}

function languageName(code: string): string {
  return new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' }).of(code) ?? code;
}
