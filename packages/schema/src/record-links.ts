import { z } from 'zod';
import { RecordId } from './fields.ts';
import { showValue, type Problem, type RecordFile } from './problem.ts';
import { recordIdOf } from './problems-from-zod.ts';
import type { Table } from './table.ts';
import { tables } from './tables.ts';

const nouns = new Map<string, string>(tables.map(({ name, singular }) => [name, singular]));

interface Citation {
  readonly field: string;
  readonly to: string;
  readonly id: unknown;
}

/**
 * Who a record is and whom it cites, read before the record is checked: a record with another problem still has its
 * place among the others. An id is `null`, and the tables it cites are `unreadable`, where that cannot be told.
 */
export interface RecordLinks {
  readonly table: Table;
  readonly file: string;
  readonly id: string | null;
  readonly value: unknown;
  readonly cites: readonly Citation[];
  readonly unreadable: readonly string[];
}

/** A field of an unchecked record, or `null`. */
export function valueIn(record: unknown, field: string): unknown {
  return typeof record === 'object' && record !== null
    ? ((record as Readonly<Record<string, unknown>>)[field] ?? null)
    : null;
}

/** Reads the links of one record. */
export function linksOf(table: Table, { file, value }: RecordFile): RecordLinks {
  const cites: Citation[] = [];
  const unreadable: string[] = [];
  for (const [field, to] of Object.entries(table.references)) {
    const cited = valueIn(value, field);
    const isList = table.record.shape[field] instanceof z.ZodArray;
    if (isList && Array.isArray(cited))
      cites.push(...cited.map((id: unknown, at) => ({ field: `${field}.${at}`, to, id })));
    else if (!isList && typeof cited === 'string') cites.push({ field, to, id: cited });
    else unreadable.push(to);
  }
  return { table, file, id: recordIdOf(value), value, cites, unreadable };
}

/** Ids that two records share, in whatever tables. */
export function duplicateIds(records: readonly RecordLinks[]): Problem[] {
  const first = new Map<string, string>();
  return records.flatMap(({ file, id }) => {
    if (id === null) return [];
    const earlier = first.get(id);
    first.set(id, earlier ?? file);
    return earlier === undefined ? [] : [aboutId(file, id, `an id of its own; ${earlier} has it`)];
  });
}

/** Keys that two records of one table share, where the key is no id. */
export function duplicateKeys(records: readonly RecordLinks[]): Problem[] {
  const first = new Map<string, string>();
  return records.flatMap(({ table: { name, key }, file, value }) => {
    const values = key.map((field) => valueIn(value, field));
    if (key.includes('id') || values.includes(null)) return [];
    const mark = JSON.stringify([name, values]);
    const earlier = first.get(mark);
    first.set(mark, earlier ?? file);
    const field = key.join(', ');
    const expected = `a row of its own; ${earlier} has it`;
    return earlier === undefined
      ? []
      : [{ file, record: null, field, value: values.map(showValue).join(', '), expected }];
  });
}

/** Citations of records that the dataset does not hold. */
export function danglingReferences(records: readonly RecordLinks[]): Problem[] {
  const known = new Map<string, Set<string | null>>();
  for (const { table, id } of records) known.set(table.name, (known.get(table.name) ?? new Set()).add(id));
  return records.flatMap(({ file, id: record, cites }) =>
    cites.flatMap(({ field, to, id }) => {
      const ids = known.get(to) ?? new Set();
      // A record whose id cannot be read is reported once, not once more by every record that cites it.
      if (ids.has(null) || !RecordId.safeParse(id).success || ids.has(id as string)) return [];
      const expected = `the id of a ${nouns.get(to) ?? to} in this dataset`;
      return [{ file, record, field, value: showValue(id), expected }];
    }),
  );
}

/** Records that must be cited and are not. */
export function unusedRecords(records: readonly RecordLinks[]): Problem[] {
  const unreadable = new Set(records.flatMap((record) => record.unreadable));
  const used = new Set(records.flatMap(({ cites }) => cites.map(({ id }) => id)));
  return records.flatMap(({ table, file, id }) =>
    !table.mustBeCited || unreadable.has(table.name) || id === null || used.has(id)
      ? []
      : [aboutId(file, id, `a ${table.singular} that at least one record cites`)],
  );
}

function aboutId(file: string, id: string, expected: string): Problem {
  return { file, record: id, field: 'id', value: showValue(id), expected };
}
