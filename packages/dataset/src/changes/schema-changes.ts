import { valueAt, type SchemaChange } from '@govexport/schema';
import {
  recordName,
  type ContentField,
  type ContentRecord,
  type DatasetContent,
  type TableContent,
} from './dataset-content.ts';

/** A table as two versions had it. */
export interface TablePair {
  readonly was: TableContent;
  readonly is: TableContent;
}

/** A field as two versions had it: under the same name, or renamed; and the values of its vocabulary that were renamed. */
export interface FieldPair {
  readonly was: ContentField;
  readonly is: ContentField;
  readonly renamedValues: ReadonlyMap<string, string>;
}

/** Tables, fields and values of vocabularies that were added, removed, renamed, retyped or put in another order. */
export function schemaChanges(before: DatasetContent, after: DatasetContent): SchemaChange[] {
  const now = new Map(after.tables.map((table) => [table.name, table]));
  const known = new Set(before.tables.map(({ name }) => name));
  const added = after.tables.filter(({ name }) => !known.has(name)).map(({ name }) => ofTable(name, 'added'));
  const rest = before.tables.flatMap((was) => {
    const is = now.get(was.name);
    return is === undefined ? [ofTable(was.name, 'removed')] : fieldChanges({ was, is });
  });
  return [...rest, ...added];
}

/**
 * The fields that both versions of a table have. A field that is gone was renamed to the new one that holds the same in
 * most of the records in which either has a value; what differs in the others was corrected at the same time.
 */
export function fieldPairs(pair: TablePair): FieldPair[] {
  const { was, is } = pair;
  const kept = was.fields.flatMap((old) => {
    const same = is.fields.find(({ name }) => name === old.name);
    return same === undefined ? [] : [{ was: old, is: same }];
  });
  const fresh = is.fields.filter(({ name }) => !was.fields.some((field) => field.name === name));
  const renamed = was.fields
    .filter(({ name }) => !is.fields.some((field) => field.name === name))
    .flatMap((old) => {
      const to = fresh.find((field) => holdsTheSame(valuesOf(pair, old.name, field.name)));
      return to === undefined ? [] : [{ was: old, is: to }];
    });
  return [...kept, ...renamed].map((fields) => ({ ...fields, renamedValues: renamedValues(pair, fields) }));
}

function ofTable(table: string, change: SchemaChange['change']): SchemaChange {
  return { table, field: null, value: null, change, was: null };
}

function fieldChanges(pair: TablePair): SchemaChange[] {
  const { was, is } = pair;
  const table = is.name;
  const pairs = fieldPairs(pair);
  const unpaired = (fields: readonly ContentField[], side: 'was' | 'is') =>
    fields.filter(({ name }) => !pairs.some((one) => one[side].name === name));
  const whole = { table, value: null };
  return [
    ...pairs
      .filter((one) => one.was.name !== one.is.name)
      .map((one) => ({ ...whole, field: one.is.name, change: 'renamed' as const, was: one.was.name })),
    ...unpaired(was.fields, 'was').map(({ name }) => ({
      ...whole,
      field: name,
      change: 'removed' as const,
      was: null,
    })),
    ...pairs
      .filter((one) => one.was.type !== one.is.type)
      .map((one) => ({ ...whole, field: one.is.name, change: 'retyped' as const, was: one.was.type })),
    ...pairs.flatMap((one) => valueChanges(table, one)),
    ...(sameOrder(pair) ? [] : [ofTable(table, 'reordered')]),
    ...unpaired(is.fields, 'is').map(({ name }) => ({ ...whole, field: name, change: 'added' as const, was: null })),
  ];
}

function valueChanges(table: string, { was, is, renamedValues: renamed }: FieldPair): SchemaChange[] {
  // What has no vocabulary in one version is retyped, not bare of values.
  if (was.values.length === 0 || is.values.length === 0) return [];
  const field = is.name;
  const change = (value: string, kind: SchemaChange['change'], old: string | null = null) => ({
    table,
    field,
    value,
    change: kind,
    was: old,
  });
  const targets = new Set(renamed.values());
  return [
    ...[...renamed].map(([old, value]) => change(value, 'renamed', old)),
    ...was.values
      .filter((value) => !is.values.includes(value) && !renamed.has(value))
      .map((value) => change(value, 'removed')),
    ...is.values
      .filter((value) => !was.values.includes(value) && !targets.has(value))
      .map((value) => change(value, 'added')),
  ];
}

/** Whether the fields that both have stand in the same order. */
function sameOrder({ was, is }: TablePair): boolean {
  const common = (one: TableContent, other: TableContent) =>
    one.fields.map(({ name }) => name).filter((name) => other.fields.some((field) => field.name === name));
  return common(was, is).join() === common(is, was).join();
}

/** Values of a vocabulary that are gone, each with the new one that stands in most of the records that had it. */
function renamedValues(pair: TablePair, { was, is }: Pick<FieldPair, 'was' | 'is'>): Map<string, string> {
  const gone = was.values.filter((value) => !is.values.includes(value));
  const fresh = is.values.filter((value) => !was.values.includes(value));
  if (gone.length === 0 || fresh.length === 0) return new Map();
  const values = valuesOf(pair, was.name, is.name);
  return new Map(
    gone.flatMap((old) => {
      const had = values.filter(([then]) => holds(then, old));
      const to = fresh.find((value) => had.filter(([, now]) => holds(now, value)).length * 2 > had.length);
      return to === undefined ? [] : [[old, to] as const];
    }),
  );
}

function holds(value: unknown, term: string): boolean {
  return Array.isArray(value) ? value.includes(term) : value === term;
}

type Values = readonly (readonly [then: unknown, now: unknown])[];

/** What two fields hold in the records that both versions have. */
function valuesOf({ was, is }: TablePair, old: string, fresh: string): Values {
  const then = new Map(was.records.map((record) => [recordName(was, record), record]));
  return is.records.flatMap((record) => {
    const earlier: ContentRecord | undefined = then.get(recordName(is, record));
    return earlier === undefined
      ? []
      : [[valueAt(earlier, old.split('.')), valueAt(record, fresh.split('.'))] as const];
  });
}

/** Whether two fields hold the same in most of the records in which either has a value. */
function holdsTheSame(values: Values): boolean {
  const told = values
    .map((pair) => pair.map((value) => JSON.stringify(value ?? null)))
    .filter((pair) => pair.some((value) => value !== 'null'));
  return told.filter(([then, now]) => then === now).length * 2 > told.length;
}
