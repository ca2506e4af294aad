import { z } from 'zod';
import type { CellValue, FlatRow } from './csv-text.ts';
import { wholeNumber } from './evidence.ts';
import { flatFieldsOf, type FlatField } from './flat-field.ts';
import { defineTable, type Table } from './table.ts';
import { valueAt } from './value-at.ts';

/** What stands between the values of a list in one cell. */
export const listSeparator = '; ';

/** A table with one value in a cell, made from a table of records. */
export interface FlatTable extends Table {
  /** Its rows, made from the records of the table it comes from, in their order. */
  rowsOf(records: readonly object[]): FlatRow[];
  /** The fields whose cells hold the values of a list, joined; each list is also a table of its own. */
  readonly joined: readonly string[];
}

type Rows = FlatTable['rowsOf'];

/**
 * A table as tables with one value in a cell: itself, and a long table for every list of its records.
 * The fields of a group become `group_field`. The values of a list are joined by {@link listSeparator} in the table
 * itself; a list of groups stands in its long table only. A long table `<table>_<list>` has the key of the record, the
 * position in the list from 1, and the value.
 *
 * @example
 * flatTablesOf(tables[2]).map(({ name }) => name) // => ['partnerships', 'partnerships_sources']
 */
export function flatTablesOf(table: Table): FlatTable[] {
  const columns = flatFieldsOf(table.record);
  return [mainTable(table, columns), ...columns.filter(isList).map((column) => longTable(table, column))];
}

function isList(column: FlatField): boolean {
  return column.field instanceof z.ZodArray;
}

function itemOf({ field }: FlatField): z.ZodType {
  return (field as z.ZodArray).element as z.ZodType;
}

function mainTable(table: Table, columns: readonly FlatField[]): FlatTable {
  const kept = columns.filter((column) => !(isList(column) && itemOf(column) instanceof z.ZodObject));
  const joined = kept.filter(isList).map(({ name }) => name);
  const record = z.strictObject(
    Object.fromEntries(
      kept.map((column) => [column.name, isList(column) ? joinedText(column.field.description ?? '') : column.field]),
    ),
  );
  if (Object.keys(record.shape).length !== kept.length)
    throw new TypeError(`two fields of ${table.name} flatten alike`);
  const references = Object.fromEntries(Object.entries(table.references).filter(([name]) => !joined.includes(name)));
  return flat({ ...table, record, references }, joined, (records) =>
    records.map((row) => Object.fromEntries(kept.map(({ name, path }) => [name, cellOf(valueAt(row, path))]))),
  );
}

function joinedText(description: string): z.ZodType {
  return z.string().nullable().describe(`${description} Values joined by “${listSeparator}”; an empty list is empty.`);
}

function longTable(table: Table, column: FlatField): FlatTable {
  const { name, path, field } = column;
  const key = table.key.map((part) => ({
    part,
    as: part === 'id' ? `${table.singular.replaceAll(' ', '_')}_id` : part,
  }));
  const item = itemOf(column);
  const description = field.description ?? '';
  const value = item instanceof z.ZodObject ? item.shape : { value: item.describe(description) };
  const record = z.strictObject({
    ...Object.fromEntries(key.map(({ part, as }) => [as, table.record.shape[part]])),
    position: wholeNumber.min(1, { error: 'at least 1' }).describe('Position in the list, from 1.'),
    ...value,
  });
  const to = table.references[path.join('.')];
  const owner = key.length === 1 && key[0] !== undefined ? { [key[0].as]: table.name } : {};
  const long = {
    name: `${table.name}_${name}`,
    singular: `value of ${name} of a ${table.singular}`,
    title: `${table.title}: ${name}`,
    description: `${description} One row for each value of each ${table.singular}.`,
    record,
    key: [...key.map(({ as }) => as), 'position'],
    references: { ...owner, ...(to === undefined ? {} : { value: to }) },
  };
  return flat({ ...table, ...long }, [], (records) =>
    records.flatMap((row) =>
      (valueAt(row, path) as readonly unknown[]).map((one, index) => ({
        ...Object.fromEntries(key.map(({ part, as }) => [as, cellOf(valueAt(row, [part]))])),
        position: index + 1,
        ...(item instanceof z.ZodObject ? (one as FlatRow) : { value: cellOf(one) }),
      })),
    ),
  );
}

function flat(table: Table, joined: readonly string[], rowsOf: Rows): FlatTable {
  const { name, singular, title, description, record, key, references, required, licenses } = table;
  const base = { name, singular, title, description, record, key, references, required, licenses };
  return { ...defineTable({ ...base, storage: 'series' }), rowsOf, joined };
}

function cellOf(value: unknown): CellValue {
  if (!Array.isArray(value)) return value as CellValue;
  // Lists hold texts, or groups, which never come here.
  const items = value as readonly string[];
  const broken = items.find((item) => item.includes(listSeparator));
  if (broken !== undefined) throw new RangeError(`“${broken}” cannot be joined: it holds “${listSeparator}”`);
  return items.length === 0 ? null : items.join(listSeparator);
}
