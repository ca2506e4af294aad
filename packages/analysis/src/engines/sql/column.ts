import { cellTypeOf, flatFieldsOf, tables, type CellType } from '@govexport/schema';
import { z } from 'zod';

/** A place in the records of a table where values stand: one in a record, or a list of them. */
export interface Column {
  /** Names from the outside to the value or the list, such as `participants`, `low`. */
  readonly path: readonly string[];
  /** The names within an item of the list, none where the items are values; null where there is no list. */
  readonly within: readonly string[] | null;
  readonly type: CellType;
}

/** How a question names a column. */
export const nameOf = ({ path, within }: Column): string => [...path, ...(within ?? [])].join('.');

const known = new Map<string, readonly Column[]>();

/**
 * Every column of a table, in the order of its schema. A group, and a group in a list, is a column for each of its fields.
 *
 * @throws RangeError where there is no such table
 */
export function columnsOf(table: string): readonly Column[] {
  const made = known.get(table) ?? makeColumns(table);
  known.set(table, made);
  return made;
}

function makeColumns(name: string): Column[] {
  const table = tables.find((one) => one.name === name);
  if (table === undefined) {
    const allowed = tables.map((one) => one.name).join(', ');
    throw new RangeError(`there is no table “${name}”; allowed: ${allowed}`);
  }
  return flatFieldsOf(table.record).flatMap(({ path, field }): Column[] => {
    if (!(field instanceof z.ZodArray)) return [{ path, within: null, type: cellTypeOf(field) }];
    const item = field.element;
    if (!(item instanceof z.ZodObject)) return [{ path, within: [], type: cellTypeOf(item) }];
    return flatFieldsOf(item).map((part) => ({ path, within: part.path, type: cellTypeOf(part.field) }));
  });
}

/**
 * The columns of a field: one, or those of a group in their order.
 *
 * @throws RangeError where the table has no such field
 */
export function columnsAt(table: string, field: string): readonly Column[] {
  const found = columnsOf(table).filter((column) => `${nameOf(column)}.`.startsWith(`${field}.`));
  if (found.length === 0) throw new RangeError(`the table ${table} has no field “${field}”`);
  return found;
}

/**
 * The column of that name.
 *
 * @throws RangeError where the table has no such field, or it holds a group
 */
export function columnAt(table: string, field: string): Column {
  const [column, other] = columnsAt(table, field);
  if (column === undefined || other !== undefined || nameOf(column) !== field) {
    throw new RangeError(`“${field}” of the table ${table} is a group of fields; name one of them`);
  }
  return column;
}

/**
 * The column of that name, which holds one value.
 *
 * @throws RangeError where the table has no such field, or it holds a group or a list
 */
export function valueAt(table: string, field: string): Column {
  const column = columnAt(table, field);
  if (column.within !== null) throw new RangeError(`“${field}” of the table ${table} is a list`);
  return column;
}
