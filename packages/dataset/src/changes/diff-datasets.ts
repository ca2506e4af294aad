import { valueAt, type Release, type SchemaChange, type VersionStep } from '@govexport/schema';
import { recordName, type ContentRecord, type DatasetContent, type TableContent } from './dataset-content.ts';
import { correctionOf, type Correction } from './reasons.ts';
import { fieldPairs, schemaChanges, type FieldPair, type TablePair } from './schema-changes.ts';

/** What changed between two versions of a dataset. */
export type DatasetDiff = Omit<Release, 'sha256'>;

type Json = Release['corrected'][number]['old'];

const retiring = ['aliases', 'withdrawn'];

/**
 * Compares two versions of a dataset, record by record and field by field. Lists are compared as a whole. A record that
 * is gone counts as merged or withdrawn where the later version has an alias or a tombstone for its id. What follows
 * from a renamed field or value, or from a merged record that others cite, is no correction of its own.
 *
 * @param corrections - the reasons that are known; a change without one has the reason null
 * @example
 * const content = contentOf(loadDataset())
 * diffDatasets(content, content).step // => 'none'
 */
export function diffDatasets(
  before: DatasetContent,
  after: DatasetContent,
  corrections: readonly Correction[] = [],
): DatasetDiff {
  const pairs = after.tables
    .filter(({ name }) => !retiring.includes(name))
    .map((is) => ({ is, was: before.tables.find(({ name }) => name === is.name) ?? { ...is, records: [] } }));
  const dropped = before.tables.filter(({ name }) => !after.tables.some((table) => table.name === name));
  const merged = new Map(
    (after.tables.find(({ name }) => name === 'aliases')?.records ?? []).map((row) => [row['id'], row['merged_into']]),
  );
  const gone = [
    ...pairs.flatMap(goneFrom),
    ...dropped.flatMap((was) => goneFrom({ was, is: { ...was, records: [] } })),
  ];
  const changes = {
    schema: schemaChanges(before, after),
    added: pairs.flatMap(addedTo),
    corrected: pairs
      .flatMap((pair) => correctedIn(pair, merged))
      .map((one) => ({ ...one, reason: correctionOf(corrections, one)?.reason ?? null })),
    ...fatesOf(gone, after, corrections),
  };
  const counts = countsOf(after);
  return { version: after.version, previous: before.version, step: stepOf(changes), counts, ...changes };
}

/** A version that has none before it: what it holds. */
export function firstRelease(content: DatasetContent): DatasetDiff {
  const nothing = { schema: [], added: [], corrected: [], merged: [], withdrawn: [], removed: [] };
  return { version: content.version, previous: null, step: 'none', counts: countsOf(content), ...nothing };
}

function countsOf({ tables }: DatasetContent): Release['counts'] {
  return tables
    .filter(({ name }) => name !== 'dataset')
    .map(({ name, records }) => ({ table: name, records: records.length }));
}

type Gone = Release['added'][number];

function named({ key, records }: TableContent): Map<string, ContentRecord> {
  return new Map(records.map((record) => [recordName({ key }, record), record]));
}

function goneFrom({ was, is }: TablePair): Gone[] {
  const now = named(is);
  return [...named(was).keys()].filter((record) => !now.has(record)).map((record) => ({ table: was.name, record }));
}

function addedTo({ was, is }: TablePair): Gone[] {
  return goneFrom({ was: is, is: was });
}

/** The record that each merged one went into, by the id that was given up. */
type Merged = ReadonlyMap<unknown, unknown>;

function correctedIn(pair: TablePair, merged: Merged): Omit<Release['corrected'][number], 'reason'>[] {
  const then = named(pair.was);
  const common = fieldPairs(pair);
  return [...named(pair.is)].flatMap(([record, now]) => {
    const earlier = then.get(record);
    if (earlier === undefined) return [];
    const differing = common.flatMap((fields) => correction(fields, { earlier, now, merged }));
    return differing.map((one) => ({ ...place(pair.is, record), ...one }));
  });
}

function place({ name }: TableContent, record: string): Gone {
  return { table: name, record };
}

function correction(
  { was, is, renamedValues }: FieldPair,
  { earlier, now, merged }: { earlier: ContentRecord; now: ContentRecord; merged: Merged },
) {
  const valueIn = (record: ContentRecord, field: string) => (valueAt(record, field.split('.')) ?? null) as Json;
  const [old, fresh] = [valueIn(earlier, was.name), valueIn(now, is.name)];
  const follow = (value: Json) => {
    const cited = is.references === null ? value : (merged.get(value) ?? value);
    return typeof cited === 'string' ? (renamedValues.get(cited) ?? cited) : cited;
  };
  const followed = Array.isArray(old) ? [...new Set(old.map(follow))] : follow(old);
  const same = [old, followed].some((value) => JSON.stringify(value) === JSON.stringify(fresh));
  return same ? [] : [{ field: is.name, old, new: fresh }];
}

function fatesOf(gone: readonly Gone[], after: DatasetContent, corrections: readonly Correction[]) {
  const rows = (name: string) => after.tables.find((table) => table.name === name)?.records ?? [];
  const rowOf = (name: string, { record }: Gone) => rows(name).find(({ id }) => id === record);
  const text = (row: ContentRecord | undefined, field: string) => String(row?.[field]);
  const merged = gone.filter((one) => rowOf('aliases', one) !== undefined);
  const withdrawn = gone.filter((one) => rowOf('withdrawn', one) !== undefined);
  const left = gone.filter((one) => !merged.includes(one) && !withdrawn.includes(one));
  return {
    merged: merged.map((one) => {
      const alias = rowOf('aliases', one);
      return { ...one, into: text(alias, 'merged_into'), reason: text(alias, 'reason') };
    }),
    withdrawn: withdrawn.map((one) => ({ ...one, reason: text(rowOf('withdrawn', one), 'reason') })),
    removed: left.map((one) => ({ ...one, reason: correctionOf(corrections, { ...one, field: '*' })?.reason ?? null })),
  };
}

function stepOf(changes: Omit<DatasetDiff, 'version' | 'previous' | 'step' | 'counts'>): VersionStep {
  const { schema, added, merged, withdrawn, removed, corrected } = changes;
  if (schema.some(breaks)) return 'major';
  if ([schema, added, merged, withdrawn, removed].some((list) => list.length > 0)) return 'minor';
  return corrected.length > 0 ? 'patch' : 'none';
}

function breaks({ change }: SchemaChange): boolean {
  return change !== 'added';
}
