import { Participants, Program, vocabularies, type Dataset } from '@govexport/schema';
import { missingPart, writeDate } from '../dates.ts';
import { words } from '../format.ts';
import type { SheetGroup, SheetRow, SheetValue } from '../sheet.ts';
import { regionName, termOf } from './labels.ts';

/** A program as the router gives it. */
type ProgramRecord = Program | Dataset['programs'][number];
type Field = keyof typeof Program.shape;

const plain = (text: string, language = 'en'): SheetValue => ({ text, definition: '', language });

/** The vocabulary of each field that has one under another name than its own. */
const vocabularyOf: Partial<Record<Field, string>> = {
  countries: 'recipient_country',
  countries_implied: 'recipient_country',
  exclusion_reasons: 'exclusion_reason',
};

/** Fields whose name alone would not read well. */
const labels: Partial<Record<Field, string>> = {
  year_basis: 'Basis of the year',
  duration_days: 'Length in days',
  host_institution_zh: 'Host institution in Chinese',
  countries_implied: 'Countries that follow from the frame',
  security_related: 'Security-related',
  recommended_for_aggregates: 'Counts in totals',
  exclusion_reasons: 'Reasons against counting it',
  codings: 'First-round codings',
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
    group('When', ['start', 'end', 'year', 'year_basis', 'duration_days'], sources.dates),
    group(
      'Where and by whom',
      ['venue', 'host_institution', 'host_institution_zh', 'host_cities', 'host_province', 'organisers', 'funders'],
      sources.host,
    ),
    group(
      'For whom',
      ['frame', 'countries', 'countries_implied', 'other_countries', 'recipient_agencies', 'trainees'],
      sources.countries,
    ),
    { title: 'How many', rows: participantRows(program), sources: [...sources.participants] },
    group(
      'What about',
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
    group('How firm the record is', [
      'confidence',
      'recommended_for_aggregates',
      'exclusion_reasons',
      'codings',
      'notes',
    ]),
  ];
}

const emptyWords: Partial<Record<Field, string>> = {
  exclusion_reasons: 'none',
  countries_implied: 'none',
  codings: 'none',
  notes: 'none',
  technology_notes: 'none',
};

function rowOf(program: ProgramRecord, field: Field): SheetRow {
  const value = program[field];
  const absent = emptyWords[field] ?? (Array.isArray(value) ? 'none named' : 'unknown');
  const heading = headingOf(field, Program.shape[field].description);
  return { ...heading, label: labels[field] ?? heading.label, values: valuesOf(field, value), absent };
}

function headingOf(field: string, description: string | undefined) {
  return { field, label: words(field), description: description ?? '' };
}

function participantRows({ participants }: ProgramRecord): SheetRow[] {
  const { value, low, high, basis } = participants;
  const row = (field: keyof typeof Participants.shape, values: SheetValue[]): SheetRow => ({
    ...headingOf(`participants.${field}`, Participants.shape[field].description),
    label: { value: 'Participants', low: 'At least', high: 'At most', basis: 'Basis of the figure' }[field],
    values,
    absent: 'unknown',
  });
  const number = (figure: number | null) => (figure === null ? [] : [plain(String(figure))]);
  return [
    row('value', number(value)),
    row('low', number(low)),
    row('high', number(high)),
    row('basis', basis === 'unknown' ? [] : [{ ...termOf('participants_basis', basis), language: 'en' }]),
  ];
}

/** A value of a field, or one item of it where it is a list. */
type Item = string | number | boolean | object | null;

function valuesOf(field: Field, value: Item): SheetValue[] {
  if (value === null || value === 'unknown' || value === 'not_shown') return [];
  if (Array.isArray(value)) return value.flatMap((item: Item) => valuesOf(field, item));
  if (typeof value === 'boolean') return [plain(value ? 'Yes' : 'No')];
  if (typeof value === 'object') return [plain(agencyText(value as { name: string; country: string | null }))];
  return [textOf(field, typeof value === 'number' ? value.toString() : value)];
}

function textOf(field: Field, text: string): SheetValue {
  const vocabulary = vocabularyOf[field] ?? field;
  if (vocabulary === 'recipient_country') return plain(termOf(vocabulary, text).text);
  if (vocabulary in vocabularies) return { ...termOf(vocabulary, text), language: 'en' };
  if (field === 'host_institution_zh') return plain(text, 'zh');
  if (dateFields.includes(field)) {
    const missing = missingPart(text);
    return plain(missing === '' ? writeDate(text) : `${writeDate(text)} (${missing})`);
  }
  return plain(field === 'other_countries' ? regionName(text) : text);
}

function agencyText({ name, country }: { name: string; country: string | null }): string {
  return `${name} (${country === null ? 'state unknown' : termOf('recipient_country', country).text})`;
}
