import { vocabularies, type Table } from '@govexport/schema';
import { writeDate } from '../dates.ts';
import { formatCount, words } from '../format.ts';
import { m } from '../generated/messages.js';
import type { ShownText } from '../shown-text.ts';
import type { SheetGroup, SheetRow, SheetValue } from '../sheet.ts';
import { fieldLabel, inEnglish, recordText, termOf } from './labels.ts';
import { shown } from './language/translate.ts';

type Row = Readonly<Record<string, unknown>>;
type Field = Table['record']['shape'][string];

/** Fields that the heading of a page shows, or its list of sources. */
const elsewhere: ReadonlySet<string> = new Set(['id', 'title', 'name', 'description', 'sources']);

/** The fields of a record of any table, each with its label, its meaning and its values. */
export function recordSheet({ name: table, singular, record: { shape } }: Table, record: Row): SheetGroup {
  const fields = Object.entries(shape).filter(([name]) => !elsewhere.has(name));
  const rows = fields.map(([name, field]): SheetRow => {
    const { description = '' } = partsOf(field);
    const label = recordLabel(table, name).text;
    return { field: name, label, description: shown(description), ...recordCell(field, name, record[name]) };
  });
  const sources = [...((record['sources'] ?? []) as string[])];
  return { title: shown(`The ${singular}`).text, rows, sources };
}

/** What a field of a table is called; where no language has a label, its name stands in English. */
export function recordLabel(table: string, name: string): ShownText {
  const label = fieldLabel(`${table}.${name}`) ?? fieldLabel(name);
  return label === null ? inEnglish(words(name)) : { text: label, lang: null };
}

/** What is shown of the value of a field, and what stands there where there is none. */
export function recordCell(field: Field, name: string, value: unknown): Pick<SheetRow, 'values' | 'absent'> {
  const { vocabulary } = partsOf(field);
  const values = [value].flat().flatMap((one) => valueOf(one, vocabulary, name));
  return { values, absent: Array.isArray(value) ? m.none_named() : m.unknown() };
}

interface FieldParts {
  readonly description?: string;
  readonly vocabulary: string | null;
}

interface Described {
  readonly description?: string;
  readonly unwrap?: () => Described;
  readonly meta: () => Readonly<Record<string, unknown>> | undefined;
}

/** What a field says of itself, and its vocabulary where it, or what may be null, has one. */
function partsOf(field: Field): FieldParts {
  const outer = field as unknown as Described;
  const vocabulary = outer.meta()?.['vocabulary'] ?? outer.unwrap?.().meta()?.['vocabulary'];
  return {
    ...(outer.description === undefined ? {} : { description: outer.description }),
    vocabulary: typeof vocabulary === 'string' && vocabulary in vocabularies ? vocabulary : null,
  };
}

const isDate = /^\d{4}-\d{2}(-\d{2})?$/;

function valueOf(value: unknown, vocabulary: string | null, name: string): SheetValue[] {
  if (value === null || value === undefined) return [];
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (vocabulary === null) {
    const { text: shownText, lang } = isDate.test(text)
      ? { text: writeDate(text), lang: null }
      : textOf(written(value, text), name);
    return [{ text: shownText, definition: '', definitionLang: null, language: lang }];
  }
  const { text: label, definition, lang } = termOf(vocabulary, text);
  return [{ text: label, definition, definitionLang: lang, language: null }];
}

/** A number of five digits or more is no year, and is read by its thousands. */
function written(value: unknown, text: string): string {
  return Number.isInteger(value) && Math.abs(value as number) >= 10_000 ? formatCount(value as number) : text;
}

/** Records are written in English; numbers, dates and codes are no words of a language. */
function textOf(text: string, name: string): ShownText {
  if (name.endsWith('_zh') || name.endsWith('_ru')) return { text, lang: name.slice(-2) };
  return /^[\d\s.,-]+$/.test(text) ? { text, lang: null } : recordText(name, text);
}
