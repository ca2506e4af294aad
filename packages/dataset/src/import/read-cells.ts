import { vocabularies, WebAddress, type FlatField, type JsonSchema } from '@govexport/schema';
import { z } from 'zod';
import { knownPart, readFieldText } from '../records/field-text.ts';
import { remembered } from '../remembered.ts';
import { textOf, translationOf, type CellRules, type CellValues } from './cell-texts.ts';
import { basisField, figureReader } from './figure-cells.ts';
import type { FieldRule } from './mapping.ts';
import { plain, type TableRow } from './sheet/table.ts';
import { countryCodeOf } from './values/country-names.ts';
import { readFigure, type Figure } from './values/figure.ts';
import { partOfYear } from './values/part-of-year.ts';
import { readDate, type DateSpan } from './values/read-date.ts';
import { readYesNo } from './values/yes-no.ts';

/** Reads the cells of a row. */
export type CellReader = (row: TableRow) => CellValues;

/**
 * Reads the values of the fields that rules take from rows. What a rule does not give is unknown; what does not fit stays
 * as it is, so that the check of the record refuses it.
 */
export function cellReader(fields: readonly FlatField[], reading: CellRules): CellReader {
  const ruled = fields.flatMap(({ name, field }) => {
    const rule = reading.rules[name];
    return rule === undefined ? [] : [{ name, read: valueReader({ ...reading, name, field, rule }) }];
  });
  const readers = ruled.filter(({ name }) => name !== basisField);
  const range = rangeReader(reading);
  const addFigures = figureReader(reading, ruled.find(({ name }) => name === basisField)?.read ?? (() => undefined));
  return (row) => {
    const values: CellValues = {};
    const end = range(row);
    if (end !== null) values['end'] = end;
    for (const { name, read } of readers) {
      const value = read(row);
      if (value !== undefined) values[name] = value;
    }
    addFigures(values, row);
    return values;
  };
}

interface CellReading extends Omit<CellRules, 'rules'> {
  readonly name: string;
  readonly field: z.ZodType;
  readonly rule: FieldRule;
}

function valueReader(reading: CellReading): (row: TableRow) => unknown {
  const { rule, unknown } = reading;
  const { constant, columns, column, empty } = rule;
  if (constant !== undefined) return () => constant;
  if (columns !== undefined) return (row) => listOfColumns(row, reading, columns);
  const read = remembered((text) => textValue(text, null, reading));
  return (row) => {
    const text = textOf(row, column, unknown);
    if (text === undefined) return empty;
    return rule.year === undefined ? read(text) : textValue(text, yearOf(row, reading), reading);
  };
}

function textValue(text: string, year: number | null, reading: CellReading): unknown {
  const { field, rule } = reading;
  const inner = knownPart(field);
  if (inner instanceof z.ZodArray) return listOf(text, field, rule);
  const translated = translationOf(text, rule);
  return translated === undefined ? readText(text, inner, { ...reading, year }) : translated;
}

/** The year of a row, where dates are written without one. */
function yearOf(row: TableRow, { rule, unknown }: Pick<CellReading, 'rule' | 'unknown'>): number | null {
  if (rule.year === undefined) return null;
  const year = Number(textOf(row, rule.year, unknown) ?? NaN);
  return Number.isInteger(year) ? year : null;
}

interface TextReading extends Pick<CellReading, 'name' | 'rule'> {
  readonly year_starts_in?: number | undefined;
  readonly year: number | null;
}

function readText(text: string, field: z.ZodType, reading: TextReading): unknown {
  const { 'x-format': format, 'x-vocabulary': vocabulary } = metaOf(field);
  if (format === 'partial-date') return readDay(text, reading);
  if (isState(field)) return countryCodeOf(text) ?? text;
  return vocabulary === undefined ? readPlain(text, field) : termOf(text, vocabulary);
}

/** Where years begin in another month, nobody can see whose quarter is meant. */
function dateOf(text: string, { rule, year, year_starts_in = 1 }: Omit<TextReading, 'name'>): DateSpan | null {
  if (year_starts_in !== 1 && partOfYear(text, year ?? 0) !== null) return null;
  return readDate(text, rule.dates ?? [], year);
}

function readDay(text: string, reading: TextReading): string {
  const { name } = reading;
  const date = dateOf(text, reading);
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
  row: TableRow,
  { field, rule, unknown }: CellReading,
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

/** A cell for the start may say the end too: "May-June 2014". */
function rangeReader({ rules, unknown, year_starts_in }: CellRules): (row: TableRow) => string | null {
  const rule = rules['start'];
  if (rule === undefined) return () => null;
  const endOf = (text: string, year: number | null) =>
    translationOf(text, rule) === undefined ? (dateOf(text, { rule, year, year_starts_in })?.end ?? null) : null;
  const read = remembered((text) => endOf(text, null));
  return (row) => {
    const text = textOf(row, rule.column, unknown);
    if (text === undefined) return null;
    return rule.year === undefined ? read(text) : endOf(text, yearOf(row, { rule, unknown }));
  };
}

/** Separators as the mapping gives them, whatever their signs. */
export function literal(texts: string | readonly string[]): RegExp {
  const escaped = [texts].flat().map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(escaped.join('|'), 'u');
}
