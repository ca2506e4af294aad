import { declaredOf, isKnown, termLabel, type Table } from '@govexport/schema';
import { z } from 'zod';
import { limits } from '../limits.ts';
import type { Facet } from '../facets/facet.ts';
import type { Row } from './record-key.ts';
import { tableFiltersOf } from './table-filters.ts';

/** A field by which records of a table are chosen: a list of values, any of which a record may have. */
export interface FieldFilter {
  readonly name: string;
  readonly label: string;
  readonly multi_valued: boolean;
  readonly schema: z.ZodType;
  /** The values of a record as texts; none where unknown. */
  readonly values: (row: Row) => readonly string[];
  /** The values that there can be; none where the values are free. */
  readonly categories: Facet['categories'];
  readonly labelOf: Facet['labelOf'];
  /** The name of unknown as a value of the list; null where it cannot be asked for. */
  readonly unknown: string | null;
}

const any = 'Empty: any.';
const unknownWord = 'unknown';
const yesNo: Readonly<Record<string, string>> = { yes: 'Yes', no: 'No' };

/** The fields with fixed values by which records of a table are chosen, and those with free values named for it. */
export function fieldFiltersOf(table: Table): FieldFilter[] {
  const { values = [], without = [] } = tableFiltersOf(table.name);
  const free: readonly string[] = values;
  const barred = new Set<string>([...without, 'confidence']);
  return Object.entries(table.record.shape).flatMap(([name, field]) => {
    if (barred.has(name)) return [];
    const { nullable, list, item } = partsOf(field as z.ZodType);
    const description = (field as z.ZodType).description ?? '';
    if (item instanceof z.ZodBoolean) return [flagFilter(name, { description, nullable })];
    if (item instanceof z.ZodEnum) return [choiceFilter(name, { description, item, list })];
    if (free.includes(name) && vocabularyOf(item) === 'recipient_country')
      return [stateFilter(name, { description, list })];
    return free.includes(name) ? [freeFilter(name, { description, list })] : [];
  });
}

/** What of a field may be null, be a list, and what its values are. */
export function partsOf(field: z.ZodType): { nullable: boolean; list: boolean; item: z.ZodType } {
  const nullable = field instanceof z.ZodNullable;
  const inner = nullable ? (field.unwrap() as z.ZodType) : field;
  const list = inner instanceof z.ZodArray;
  return { nullable, list, item: list ? (inner.element as z.ZodType) : inner };
}

/** A field name as a heading. */
export function headingOf(name: string): string {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function listOf(item: z.ZodType, description: string): z.ZodType {
  const error = `a list of at most ${limits.list_length} values`;
  return z
    .array(item, { error })
    .max(limits.list_length, { error })
    .default([])
    .describe(`${description} ${any} At most ${limits.list_length} values.`);
}

function flagFilter(name: string, { description, nullable }: { description: string; nullable: boolean }): FieldFilter {
  const words = nullable ? ['yes', 'no', unknownWord] : ['yes', 'no'];
  return {
    name,
    label: headingOf(name),
    multi_valued: false,
    schema: listOf(z.enum(words), description),
    values: (row) => (row[name] === null ? [] : [row[name] === true ? 'yes' : 'no']),
    categories: () => ['yes', 'no'],
    labelOf: (value) => yesNo[value] ?? value,
    unknown: nullable ? unknownWord : null,
  };
}

interface Choice {
  readonly description: string;
  readonly item: z.ZodEnum;
  readonly list: boolean;
}

function choiceFilter(name: string, { description, item, list }: Choice): FieldFilter {
  const options = item.options as string[];
  const vocabulary = vocabularyOf(item);
  return {
    name,
    label: headingOf(name),
    multi_valued: list,
    schema: listOf(z.enum(options), description),
    values: (row) => textsOf(row[name]).filter(isKnown),
    categories: () => options.filter(isKnown),
    labelOf: (value, { senders }) => termLabel(vocabulary, value, senders),
    unknown: options.find((value) => !isKnown(value)) ?? null,
  };
}

/** The name of the vocabulary whose values a field has; empty where it has none. */
export function vocabularyOf(item: z.ZodType): string {
  const name = item.meta()?.['x-vocabulary'];
  return typeof name === 'string' ? name : '';
}

/** A field of recipients, whose values the dataset declares. */
function stateFilter(name: string, { description, list }: { description: string; list: boolean }): FieldFilter {
  const vocabulary = 'recipient_country';
  return {
    ...freeFilter(name, { description, list }),
    schema: listOf(z.string().meta({ 'x-vocabulary': vocabulary }), description),
    categories: (world) => declaredOf(world, vocabulary) ?? [],
    labelOf: (value, { senders }) => termLabel(vocabulary, value, senders),
  };
}

function freeFilter(name: string, { description, list }: { description: string; list: boolean }): FieldFilter {
  return {
    name,
    label: headingOf(name),
    multi_valued: list,
    schema: listOf(z.string().min(1).max(limits.text_length), description),
    values: (row) => textsOf(row[name]),
    categories: () => [],
    labelOf: (value) => value,
    unknown: null,
  };
}

function textsOf(value: unknown): string[] {
  if (value === null || value === undefined) return [];
  return [value].flat().map(String);
}

/** Whether a record has one of the values of a list; an empty list asks nothing. */
export function allows({ values, unknown }: FieldFilter, list: readonly string[]): (row: Row) => boolean {
  if (list.length === 0) return () => true;
  const wanted = new Set(list);
  const silent = unknown !== null && wanted.has(unknown);
  return (row) => {
    const found = values(row);
    return found.length === 0 ? silent : found.some((value) => wanted.has(value));
  };
}
