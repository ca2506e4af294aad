import { vocabularies, WebAddress, type FlatField, type JsonSchema } from '@govexport/schema';
import { z } from 'zod';
import { knownPart, readFieldText } from '../records/field-text.ts';
import type { FieldRule, FieldRules } from './mapping.ts';
import { plain, type TableRow } from './sheet/table.ts';
import { countryCodeOf } from './values/country-names.ts';
import { readFigure, type Figure } from './values/figure.ts';
import { readDate, type DateSpan } from './values/read-date.ts';
import { readYesNo } from './values/yes-no.ts';

/** The values of a record by the names of its flat fields. */
export type CellValues = Record<string, unknown>;

/** What a mapping says of the cells of one table. */
export interface CellRules {
  readonly rules: FieldRules;
  /** Texts that mean unknown. */
  readonly unknown: readonly string[];
}

const figureNames = ['participants_value', 'participants_low', 'participants_high'] as const;

/**
 * The values of the fields that rules take from a row. What a rule does not give is unknown; what does not fit stays as
 * it is, so that the check of the record refuses it.
 */
export function readCells(row: TableRow, fields: readonly FlatField[], reading: CellRules): CellValues {
  const values: CellValues = {};
  for (const { name, field } of fields) {
    const rule = reading.rules[name];
    const value = rule === undefined ? undefined : valueOf({ row, name, field, rule, unknown: reading.unknown });
    if (value !== undefined) values[name] = value;
  }
  return withFigures({ ...rangeOf(row, reading), ...values }, row, reading);
}

interface CellReading {
  readonly row: TableRow;
  readonly name: string;
  readonly field: z.ZodType;
  readonly rule: FieldRule;
  readonly unknown: readonly string[];
}

function valueOf(reading: CellReading): unknown {
  const { row, field, rule, unknown } = reading;
  if (rule.constant !== undefined) return rule.constant;
  if (rule.columns !== undefined) return listOfColumns(reading, rule.columns);
  const text = textOf(row, rule.column, unknown);
  if (text === undefined) return rule.empty;
  const inner = knownPart(field);
  if (inner instanceof z.ZodArray) return listOf(text, field, rule);
  const translated = translationOf(text, rule);
  return translated === undefined ? readText(text, inner, reading) : translated;
}

/** What a cell says; undefined where it is empty or says that nothing is known. */
export function textOf(row: TableRow, column: string | undefined, unknown: readonly string[]): string | undefined {
  // A column is named as it stands in the header, line breaks and spaces within apart.
  const text = withoutMarks((row.cells[plain(column ?? '')] ?? '').trim());
  return text === '' || unknown.includes(text) ? undefined : text;
}

/** A table program writes a day with its first moment, and a whole number with a zero behind the point. */
function withoutMarks(text: string): string {
  return text.replace(/^(\d{4}-\d{2}-\d{2})[T ]00:00(:00(\.0+)?)?Z?$/, '$1').replace(/^(\d+)\.0+$/, '$1');
}

/** What the mapping says that a text stands for; undefined where it says nothing of it. */
function translationOf(text: string, { values, otherwise }: FieldRule): unknown {
  if (values !== undefined && Object.hasOwn(values, text)) return values[text];
  return otherwise;
}

function readText(text: string, field: z.ZodType, reading: CellReading): unknown {
  const { 'x-format': format, 'x-vocabulary': vocabulary } = metaOf(field);
  if (format === 'partial-date') return readDay(text, reading);
  if (isState(field)) return countryCodeOf(text) ?? text;
  return vocabulary === undefined ? readPlain(text, field) : termOf(text, vocabulary);
}

function readDay(text: string, { name, rule, row, unknown }: CellReading): string {
  const date = dateOf(text, rule, { row, unknown });
  // A time from one day to another is the date of nothing but a program.
  if (date === null || (date.end !== null && name !== 'start' && name !== 'end')) return text;
  return name === 'end' ? (date.end ?? date.start) : date.start;
}

function readPlain(text: string, field: z.ZodType): unknown {
  if (field instanceof z.ZodBoolean) return readYesNo(text) ?? text;
  if (field instanceof z.ZodNumber) return exactly(readFigure(text)) ?? readFieldText(field, [text]);
  // Addresses in one cell are parted later, at their line breaks too.
  return field === WebAddress ? text : readFieldText(field, [plain(text)]);
}

function metaOf(field: z.ZodType): JsonSchema {
  return (field.meta() ?? {}) as JsonSchema;
}

function isState(field: z.ZodType): boolean {
  const meta = metaOf(field);
  return meta['x-vocabulary'] === 'recipient_country' || meta.pattern === '^[A-Z]{2}$';
}

/** A term by its name or its English label. */
function termOf(text: string, vocabulary: string): string {
  const terms = Object.entries(vocabularies[vocabulary]?.terms ?? {});
  const said = text.toLowerCase();
  return terms.find(([name, { label }]) => name === said || label.toLowerCase() === said)?.[0] ?? text;
}

function exactly(figure: Figure | null): number | null {
  return figure !== null && !figure.approximate ? figure.value : null;
}

function listOf(text: string, field: z.ZodType, rule: FieldRule): unknown[] {
  const inner = knownPart(field) as z.ZodArray;
  const item = knownPart(inner.element as z.ZodType);
  const whole = translationOf(text, { values: rule.values });
  if (whole !== undefined) return whole === null ? [] : [whole];
  const read = readFieldText(field, [text], separatorsOf(item, rule.separator)) as unknown[];
  return [...new Set(read.map((one) => itemOf(one, item, rule)))];
}

function itemOf(one: unknown, item: z.ZodType, rule: FieldRule): unknown {
  if (typeof one !== 'string') return one;
  const translated = translationOf(one, rule);
  if (translated !== undefined) return translated;
  const { 'x-vocabulary': vocabulary } = metaOf(item);
  if (isState(item)) return countryCodeOf(one) ?? one;
  return vocabulary === undefined ? plain(one) : termOf(one, vocabulary);
}

/** What parts codes, terms and names of states in one cell. */
export const codeSeparators = /[;；、，,/\n]/u;

/** A comma may be part of a name, but not of a state, a term or an id. */
function separatorsOf(item: z.ZodType, given: FieldRule['separator']): RegExp {
  if (given !== undefined) return literal(given);
  const { 'x-vocabulary': vocabulary, pattern } = metaOf(item);
  const coded = vocabulary !== undefined || pattern !== undefined || isState(item);
  return coded ? codeSeparators : /[;；、\n]/u;
}

function listOfColumns(
  { row, field, rule, unknown }: CellReading,
  columns: NonNullable<FieldRule['columns']>,
): unknown {
  if (Array.isArray(columns)) {
    const items = columns.flatMap((column) => {
      const text = textOf(row, column, unknown);
      return text === undefined ? [] : listOf(text, field, rule);
    });
    return [...new Set(items)];
  }
  return Object.entries(columns as Readonly<Record<string, unknown>>).flatMap(([column, stands]) => {
    const text = textOf(row, column, unknown);
    const said = text === undefined ? false : readYesNo(text);
    // What is neither yes nor no stays, and is refused.
    return said === null ? [text] : said ? [stands] : [];
  });
}

function dateOf(
  text: string,
  rule: FieldRule,
  { row, unknown }: Pick<CellReading, 'row' | 'unknown'>,
): DateSpan | null {
  const year = Number(textOf(row, rule.year, unknown) ?? NaN);
  return readDate(text, rule.dates ?? [], Number.isInteger(year) ? year : null);
}

/** A cell for the start may say the end too: "May-June 2014". */
function rangeOf(row: TableRow, { rules, unknown }: CellRules): CellValues {
  const rule = rules['start'];
  const text = rule === undefined ? undefined : textOf(row, rule.column, unknown);
  if (rule === undefined || text === undefined || translationOf(text, rule) !== undefined) return {};
  const end = dateOf(text, rule, { row, unknown })?.end ?? null;
  return end === null ? {} : { end };
}

/**
 * The figure of a row, read from one text: with bounds, or rounded, where the text says so. A basis describes a figure, so
 * that a row without one has none; where nothing gives it, a figure is `exact` as printed and `rounded` where the text
 * rounds it.
 */
function withFigures(values: CellValues, row: TableRow, { rules, unknown }: CellRules): CellValues {
  const rule = rules['participants'] ?? rules['participants_value'];
  const text = rule === undefined ? undefined : textOf(row, rule.column, unknown);
  const figure = text === undefined ? null : readFigure(text);
  const isSaid = rule !== undefined && text !== undefined && translationOf(text, rule) !== undefined;
  const { participants_basis: basis, ...others } = { ...values, ...figureFields(text, figure, isSaid ? null : rules) };
  if (!figureNames.some((name) => (others[name] ?? null) !== null)) return others;
  return { ...others, participants_basis: basisOf(basis, isSaid ? null : figure, rules) };
}

/** What a text says of a figure; what is no figure stays, and is refused. */
function figureFields(text: string | undefined, figure: Figure | null, rules: FieldRules | null): CellValues {
  if (text === undefined || rules === null) return {};
  if (figure === null) return { participants_value: text };
  // A column of its own for a bound comes before what the text says of it.
  return Object.fromEntries(
    Object.entries(fieldsOf(figure)).filter(([name]) => name === 'participants_value' || rules[name] === undefined),
  );
}

function basisOf(given: unknown, figure: Figure | null, rules: FieldRules): unknown {
  const isConstant = rules['participants_basis']?.constant !== undefined;
  const isRounded = figure?.approximate === true;
  if (given === undefined) return isRounded ? 'rounded' : 'exact';
  return isRounded && isConstant && given === 'exact' ? 'rounded' : given;
}

function fieldsOf({ value, low, high }: Figure): CellValues {
  return { participants_value: value, participants_low: low, participants_high: high };
}

/** Separators as the mapping gives them, whatever their signs. */
export function literal(texts: string | readonly string[]): RegExp {
  const escaped = [texts].flat().map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(escaped.join('|'), 'u');
}
