import { fieldOf, groupsOf, labelOf, type FieldValue, type ViewField } from '@govexport/router';
import { tables, type Dataset, type Table } from '@govexport/schema';
import { missingPart, writeDate } from '../dates.ts';
import { formatExact } from '../format.ts';
import { m } from '../generated/messages.js';
import { getLocale } from '../generated/runtime.js';
import type { SheetGroup, SheetRow, SheetSource, SheetValue } from '../sheet.ts';
import type { ShownText } from '../shown-text.ts';
import { fieldLabel, inEnglish, languageName, recordText, regionName, termLabel, termOf } from './labels.ts';
import { shown } from './language/translate.ts';

type Row = Readonly<Record<string, unknown>>;

const [programs, sources] = tables;

/** The fields of a record in groups, each with its label, its meaning and its values in the language of the page. */
export function recordGroups(table: Table, record: object): SheetGroup[] {
  return groupsOf(table, record as Row).map(({ title, fields, sources: supporting }) => ({
    title: shown(title).text,
    rows: fields.map((field) => ({
      field: field.name,
      label: recordLabel(table.name, field.name).text,
      description: shown(field.description),
      ...cellOf(field, 'long'),
    })),
    sources: [...supporting],
  }));
}

/** A source with its fields. */
export function sheetSource(source: Dataset['sources'][number]): SheetSource {
  const { id, title, language, publisher } = source;
  return { id, title, language, publisher, rows: recordGroups(sources, source).flatMap(({ rows }) => rows) };
}

/** What a cell of a list shows of a field of a record, and what stands there where nothing is known. */
export function recordCell(table: Table, field: string, value: unknown): Pick<SheetRow, 'values' | 'absent'> {
  return cellOf(fieldOf(table, field, value), 'short');
}

/** What a field of a table is called; where no language has a label, its name stands in English. */
export function recordLabel(table: string, name: string): ShownText {
  const label = fieldLabel(`${table}.${name}`) ?? fieldLabel(name);
  return label === null ? inEnglish(labelOf(table, name)) : { text: label, lang: null };
}

/** What the fields of a program are called that the same sources support. */
export function partTitle(part: string): string {
  return shown(programs.groups.find(({ supported_by }) => supported_by === part)?.title ?? part).text;
}

/** There is no room in a list for what a date leaves unknown. */
function cellOf({ name, values, absent }: ViewField, length: 'long' | 'short'): Pick<SheetRow, 'values' | 'absent'> {
  const words = { unknown: m.unknown, none: m.none, 'none named': m.none_named };
  return {
    values: values.map((value) =>
      value.kind === 'date' && length === 'short' ? shortDate(value.text) : valueOf(value, name),
    ),
    absent: words[absent](),
  };
}

function shortDate(date: string): SheetValue {
  return { ...plain(writeDate(date, 'short')), missing: missingPart(date) };
}

function valueOf(value: FieldValue, field: string): SheetValue {
  switch (value.kind) {
    case 'text':
      return textOf(value, field);
    case 'term':
      return term(value.vocabulary, value.value);
    case 'number':
      return plain(formatExact(value.value));
    case 'truth':
      return plain(value.value ? m.yes() : m.no());
    case 'date':
      return plain([writeDate(value.text), bracketed(missingPart(value.text))].join(''));
    case 'state':
      return plain(regionName(value.text));
    case 'language':
      return plain(languageName(value.text));
    case 'link':
      return { ...plain(value.text), href: value.text };
    case 'agency':
      return quoted(
        `${value.name}${bracketed(value.state === null ? m.sheet_state_unknown() : stateName(value.state))}`,
      );
  }
}

const bracketed = (text: string) => (text === '' ? '' : ` (${text})`);
const stateName = (code: string) => termLabel('recipient_country', code);

/** A text in the language of the page. */
function plain(text: string, language: string | null = null): SheetValue {
  return { text, language, definition: '', definitionLang: null };
}

/** Places and topics are in the language of the page, and other words as they are written. */
function textOf({ text, language }: FieldValue & { kind: 'text' }, field: string): SheetValue {
  if (language === 'en') {
    const { text: own, lang } = recordText(field, text);
    return plain(own, lang);
  }
  return plain(text, language === getLocale() ? null : language);
}

function quoted(text: string): SheetValue {
  return plain(text, inEnglish(text).lang);
}

function term(vocabulary: string, value: string): SheetValue {
  const { text, definition, lang } = termOf(vocabulary, value);
  // Names of states need no definition.
  return vocabulary === 'recipient_country' ? plain(text) : { ...plain(text), definition, definitionLang: lang };
}
