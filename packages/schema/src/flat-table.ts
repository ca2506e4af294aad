import { z } from 'zod';
import { cellTypeOf, type CellValue } from './cell.ts';
import { wholeNumber } from './evidence.ts';
import { flatFieldsOf, type FlatField } from './flat-field.ts';
import type { FlatRow, FlatRows } from './flat-rows.ts';
import { defineTable, type Table } from './table.ts';
import { valueAt } from './value-at.ts';

/** What stands between the values of a list in one cell. */
export const listSeparator = '; ';

/** A table with one value in a cell, made from a table of records. */
export interface FlatTable extends Table {
  /**
   * Its rows, made from the records of the table it comes from, in their order.
   *
   * @param fields - the fields of the records that become columns; none or not given: every one
   */
  rowsOf(records: readonly object[], fields?: readonly string[]): FlatRows;
  /** The fields whose cells hold the values of a list, joined; each list is also a table of its own. */
  readonly joined: readonly string[];
}

/**
 * A table as tables with one value in a cell: itself, and a long table for every list of its records. Every surface
 * flattens by this rule:
 *
 * - The field of a group becomes `group_field`, such as `participants_low`.
 * - The values of a list stand in one cell, joined by {@link listSeparator}, and an empty list is `null`. A group in a
 *   list is its first value with the other known ones in brackets: `Customs service (KZ)`.
 * - `null` stands for unknown; booleans and numbers stay what they are.
 * - A long table `<table>_<list>` has the key of the record, the position in the list from 1, and the value or the
 *   fields of the group.
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

function mainTable(table: Table, columns: readonly FlatField[]): FlatTable {
  const joined = columns.filter(isList).map(({ name }) => name);
  const record = z.strictObject(
    Object.fromEntries(columns.map((column) => [column.name, isList(column) ? joinedText(column) : column.field])),
  );
  if (Object.keys(record.shape).length !== columns.length) {
    throw new TypeError(`two fields of ${table.name} flatten alike`);
  }
  const references = Object.fromEntries(Object.entries(table.references).filter(([name]) => !joined.includes(name)));
  return flat({ ...table, record, references }, joined, (records, fields = []) => {
    const kept = columns.filter(({ path: [name = ''] }) => fields.length === 0 || fields.includes(name));
    return {
      names: kept.map(({ name }) => name),
      rows: records.map((row) => Object.fromEntries(kept.map(({ name, path }) => [name, cellOf(valueAt(row, path))]))),
      records,
    };
  });
}

function joinedText({ field }: FlatField): z.ZodType {
  const words = `${field.description ?? ''} Values joined by “${listSeparator}”; an empty list is empty.`;
  return z.string().nullable().describe(words);
}

function longTable(table: Table, column: FlatField): FlatTable {
  const { name, path, field } = column;
  const key = table.key.map((part) => ({
    part,
    as: part === 'id' ? `${table.singular.replaceAll(' ', '_')}_id` : part,
  }));
  const item = (field as z.ZodArray).element as z.ZodType;
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
  return flat({ ...table, ...long }, [], (records) => {
    const rows = records.flatMap((row) =>
      (valueAt(row, path) as readonly unknown[]).map((one, index) => ({
        ...Object.fromEntries(key.map(({ part, as }) => [as, cellOf(valueAt(row, [part]))])),
        position: index + 1,
        ...(item instanceof z.ZodObject ? (one as FlatRow) : { value: cellOf(one) }),
      })),
    );
    return { names: Object.keys(record.shape), rows, records: rows };
  });
}

/** The columns that are written, with the rows that they are made of. */
interface Written extends Pick<FlatRows, 'rows' | 'records'> {
  readonly names: readonly string[];
}

function flat(
  table: Table,
  joined: readonly string[],
  write: (...given: Parameters<FlatTable['rowsOf']>) => Written,
): FlatTable {
  const { name, singular, title, description, record, key, references, required, licenses } = table;
  const base = { name, singular, title, description, record, key, references, required, licenses };
  return {
    ...defineTable({ ...base, storage: 'series' }),
    joined,
    rowsOf: (...given) => {
      const { names, rows, records } = write(...given);
      const columns = names.map((column) => ({ name: column, type: cellTypeOf(record.shape[column]) }));
      return { name, description, columns, rows, records };
    },
  };
}

function cellOf(value: unknown): CellValue {
  if (!Array.isArray(value)) return value as CellValue;
  const items = value.map(itemText);
  const broken = items.find((item) => item.includes(listSeparator));
  if (broken !== undefined) throw new RangeError(`“${broken}” cannot be joined: it holds “${listSeparator}”`);
  return items.length === 0 ? null : items.join(listSeparator);
}

function itemText(item: unknown): string {
  if (typeof item !== 'object' || item === null) return String(item);
  const known = Object.values(item as FlatRow).filter((part) => part !== null);
  const [first = '', ...others] = known.map(String);
  return others.length === 0 ? first : `${first} (${others.join(', ')})`;
}
