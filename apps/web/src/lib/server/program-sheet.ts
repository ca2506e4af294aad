import { isKnown, Participants, Program, vocabularies, type Dataset } from '@govexport/schema';
import { missingPart, writeDate } from '../dates.ts';
import { words } from '../format.ts';
import type { SheetGroup, SheetRow, SheetValue } from '../sheet.ts';
import { m } from '../generated/messages.js';
import { fieldLabel, recordText, regionName, termLabel, termOf } from './labels.ts';
import { shown } from './language/translate.ts';

/** A program as the router gives it. */
export type ProgramRecord = Program | Dataset['programs'][number];
type Field = keyof typeof Program.shape;

/** A text in the language of the page. */
const plain = (text: string, language: string | null = null): SheetValue => ({
  ...{ text, language },
  ...{ definition: '', definitionLang: null },
});

/** What a record says in its own words, with places and topics in the language of the page. */
function quoted(field: string, words: string): SheetValue {
  const { text, lang } = recordText(field, words);
  return plain(text, lang);
}

function term(vocabulary: string, value: string): SheetValue {
  const { text, definition, lang } = termOf(vocabulary, value);
  return { text, definition, definitionLang: lang, language: null };
}

/** The vocabulary of each field that has one under another name than its own. */
const vocabularyOf: Partial<Record<Field, string>> = {
  countries: 'recipient_country',
  countries_implied: 'recipient_country',
  exclusion_reasons: 'exclusion_reason',
};

const dateFields: readonly Field[] = ['start', 'end'];

/** All fields of a program in groups, each with its label, its meaning and its values. */
export function programSheet(program: ProgramRecord): SheetGroup[] {
  const { field_sources: sources } = program;
  const group = (title: string, fields: readonly Field[], supported: readonly string[] = []): SheetGroup => ({
    title,
    rows: fields.map((field) => rowOf(program, field)),
    sources: [...supported],
  });
  return [
    group(m.sheet_when(), ['start', 'end', 'year', 'year_basis', 'duration_days'], sources.dates),
    group(
      m.sheet_where(),
      ['venue', 'host_institution', 'host_institution_local', 'host_cities', 'host_province', 'organisers', 'funders'],
      sources.host,
    ),
    group(
      m.sheet_for_whom(),
      ['frame', 'countries', 'countries_implied', 'other_countries', 'recipient_agencies', 'trainees'],
      sources.countries,
    ),
    { title: m.sheet_how_many(), rows: participantRows(program), sources: [...sources.participants] },
    group(
      m.sheet_what(),
      [
        'domain',
        'sector',
        'topics',
        'format',
        'security_related',
        'technology_component',
        'technology_notes',
        'equipment_transfer',
      ],
      sources.content,
    ),
    group(m.sheet_how_firm(), ['confidence', 'recommended_for_aggregates', 'exclusion_reasons', 'codings', 'notes']),
  ];
}

/** Fields that say with nothing that there is nothing. */
const saysNone: readonly Field[] = ['exclusion_reasons', 'countries_implied', 'codings', 'notes', 'technology_notes'];

function rowOf(program: ProgramRecord, field: Field): SheetRow {
  const value = program[field];
  const absent = saysNone.includes(field) ? m.none() : Array.isArray(value) ? m.none_named() : m.unknown();
  return { ...headingOf(field, Program.shape[field].description), values: valuesOf(field, value), absent };
}

/** What a cell of a table shows of a field, and what stands there where nothing is known. */
export function programCell(program: Partial<ProgramRecord>, field: string): Pick<SheetRow, 'values' | 'absent'> {
  if (field === 'participants') return { values: participantsInShort(program.participants), absent: m.unknown() };
  const { values, absent } = rowOf(program as ProgramRecord, field as Field);
  const date = dateFields.includes(field as Field) ? program[field as Field] : null;
  return { values: typeof date === 'string' ? [dateInShort(date)] : values, absent };
}

/** There is no room in a column for what a date leaves unknown. */
function dateInShort(date: string): SheetValue {
  return { ...plain(writeDate(date, 'short')), missing: missingPart(date) };
}

function participantsInShort(participants: ProgramRecord['participants'] | undefined): SheetValue[] {
  const { value = null, low = null, high = null } = participants ?? {};
  if (value !== null) return [plain(String(value))];
  const [least, most] = [low ?? '', high ?? ''].map(String);
  return low === null && high === null ? [] : [plain(`${least}–${most}`)];
}

function headingOf(field: string, description: string | undefined) {
  return { field, label: fieldLabel(field) ?? words(field), description: shown(description ?? '') };
}

function participantRows({ participants }: ProgramRecord): SheetRow[] {
  const { value, low, high, basis } = participants;
  const row = (field: keyof typeof Participants.shape, values: SheetValue[]): SheetRow => ({
    ...headingOf(`participants.${field}`, Participants.shape[field].description),
    values,
    absent: m.unknown(),
  });
  const number = (figure: number | null) => (figure === null ? [] : [plain(String(figure))]);
  return [
    row('value', number(value)),
    row('low', number(low)),
    row('high', number(high)),
    row('basis', isKnown(basis) ? [term('participants_basis', basis)] : []),
  ];
}

/** A value of a field, or one item of it where it is a list. */
type Item = string | number | boolean | object | null;

function valuesOf(field: Field, value: Item): SheetValue[] {
  if (value === null || !isKnown(value)) return [];
  if (Array.isArray(value)) return value.flatMap((item: Item) => valuesOf(field, item));
  if (typeof value === 'boolean') return [plain(value ? m.yes() : m.no())];
  if (typeof value === 'object') return [quoted(field, agencyText(value as { name: string; country: string | null }))];
  return [textOf(field, typeof value === 'number' ? value.toString() : value)];
}

function textOf(field: Field, text: string): SheetValue {
  const vocabulary = vocabularyOf[field] ?? field;
  if (vocabulary === 'recipient_country') return plain(termLabel(vocabulary, text));
  if (vocabulary in vocabularies) return term(vocabulary, text);
  if (field === 'host_institution_local') return plain(text, 'zh');
  if (dateFields.includes(field)) {
    const missing = missingPart(text);
    return plain(missing === '' ? writeDate(text) : `${writeDate(text)} (${missing})`);
  }
  if (field === 'other_countries') return plain(regionName(text));
  return /^\d+$/.test(text) ? plain(text) : quoted(field, text);
}

function agencyText({ name, country }: { name: string; country: string | null }): string {
  return `${name} (${country === null ? m.sheet_state_unknown() : termLabel('recipient_country', country)})`;
}
