import type { FlatField, RecordFile } from '@govexport/schema';
import { z } from 'zod';
import { knownPart, readFieldText } from '../records/field-text.ts';
import type { FieldRule, FieldRules, ImportMapping } from './mapping.ts';
import { readWrittenDate } from './written-date.ts';

/** One row of the CSV: its cells by column, and its line. */
export interface CsvRow {
  readonly cells: Readonly<Record<string, string>>;
  readonly line: number;
}

/** The values of a record by the names of its flat fields. */
export type CellValues = Record<string, unknown>;

/** What of a mapping is needed to read a cell. */
type CellRules = Pick<ImportMapping, 'unknown'>;

/**
 * The values of the fields that rules take from a row. What a rule does not give is unknown; what does not fit stays as
 * it is, so that the check of the record refuses it.
 */
export function readCells(row: CsvRow, fields: readonly FlatField[], mapping: CellRules & { rules: FieldRules }) {
  const values: CellValues = {};
  for (const { name, field } of fields) {
    const rule = mapping.rules[name];
    if (rule === undefined) continue;
    const value =
      rule.column === undefined ? rule.constant : readCell(row.cells[rule.column] ?? '', field, { ...mapping, rule });
    if (value !== undefined) values[name] = value;
  }
  return values;
}

function readCell(cell: string, field: z.ZodType, { rule, unknown }: CellRules & { rule: FieldRule }): unknown {
  const text = cell.trim();
  if (text === '' || unknown.includes(text)) return undefined;
  const { separator, values, dates } = rule;
  const inner = knownPart(field);
  if (inner instanceof z.ZodArray) {
    const read = readFieldText(field, [text], separator === undefined ? undefined : literal(separator)) as unknown[];
    return values === undefined ? read : read.map((item) => translated(values, item));
  }
  if (values !== undefined && Object.hasOwn(values, text)) return values[text];
  return isDate(inner) ? readDate(text, dates ?? []) : readFieldText(field, [text]);
}

function isDate(field: z.ZodType): boolean {
  return field.meta()?.['x-format'] === 'partial-date';
}

function translated(values: Readonly<Record<string, unknown>>, item: unknown): unknown {
  return typeof item === 'string' && Object.hasOwn(values, item) ? values[item] : item;
}

function readDate(text: string, formats: readonly string[]): string {
  return formats.map((format) => readWrittenDate(text, format)).find((date) => date !== null) ?? text;
}

/** A separator as the mapping gives it, whatever its signs. */
export function literal(text: string): RegExp {
  return new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'u');
}

/** The place of a row, as it is called in a problem. */
export function placeOfRow(file: string, { line }: CsvRow): RecordFile['file'] {
  return `${file}:${line}`;
}
