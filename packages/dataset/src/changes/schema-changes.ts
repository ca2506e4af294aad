import { valueAt, type SchemaChange } from '@govexport/schema';
import { recordName, type DatasetContent, type TableContent } from './dataset-content.ts';

/** Tables and fields that were added, removed, renamed, retyped or put in another order. */
export function schemaChanges(before: DatasetContent, after: DatasetContent): SchemaChange[] {
  const now = new Map(after.tables.map((table) => [table.name, table]));
  const known = new Set(before.tables.map(({ name }) => name));
  const added = after.tables.filter(({ name }) => !known.has(name)).map(({ name }) => ofTable(name, 'added'));
  const rest = before.tables.flatMap((was) => {
    const is = now.get(was.name);
    return is === undefined ? [ofTable(was.name, 'removed')] : fieldChanges(was, is);
  });
  return [...rest, ...added];
}

function ofTable(table: string, change: SchemaChange['change']): SchemaChange {
  return { table, field: null, change, was: null };
}

function fieldChanges(was: TableContent, is: TableContent): SchemaChange[] {
  const { name: table } = is;
  const gone = was.fields.filter(({ name }) => !is.fields.some((field) => field.name === name));
  const fresh = is.fields.filter(({ name }) => !was.fields.some((field) => field.name === name));
  const renamed = gone.flatMap(({ name }) => {
    const to = fresh.find((field) => holdsTheSame({ was, is }, name, field.name));
    return to === undefined ? [] : [{ table, field: to.name, change: 'renamed' as const, was: name }];
  });
  const removed = gone.filter(({ name }) => !renamed.some((one) => one.was === name));
  const added = fresh.filter(({ name }) => !renamed.some((one) => one.field === name));
  return [
    ...renamed,
    ...removed.map(({ name }) => ({ table, field: name, change: 'removed' as const, was: null })),
    ...retyped(was, is),
    ...(sameOrder(was, is) ? [] : [ofTable(table, 'reordered')]),
    ...added.map(({ name }) => ({ table, field: name, change: 'added' as const, was: null })),
  ];
}

function retyped(was: TableContent, is: TableContent): SchemaChange[] {
  return was.fields.flatMap(({ name, type }) => {
    const now = is.fields.find((field) => field.name === name);
    return now === undefined || now.type === type
      ? []
      : [{ table: is.name, field: name, change: 'retyped' as const, was: type }];
  });
}

/** Whether the fields that both have stand in the same order. */
function sameOrder(was: TableContent, is: TableContent): boolean {
  const common = (one: TableContent, other: TableContent) =>
    one.fields.map(({ name }) => name).filter((name) => other.fields.some((field) => field.name === name));
  return common(was, is).join() === common(is, was).join();
}

interface Versions {
  readonly was: TableContent;
  readonly is: TableContent;
}

/** Whether a new field holds in every common record what the old one held, and in at least one a value. */
function holdsTheSame({ was, is }: Versions, old: string, fresh: string): boolean {
  const then = new Map(was.records.map((record) => [recordName(was, record), record]));
  const pairs = is.records.flatMap((record) => {
    const earlier = then.get(recordName(is, record));
    return earlier === undefined
      ? []
      : [[valueAt(earlier, old.split('.')), valueAt(record, fresh.split('.'))].map((value) => JSON.stringify(value))];
  });
  return pairs.every(([one, other]) => one === other) && pairs.some(([one]) => one !== 'null');
}
