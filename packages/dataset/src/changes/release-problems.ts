import { showValue, type Dataset, type Problem } from '@govexport/schema';
import type { DatasetContent } from './dataset-content.ts';
import type { DatasetDiff } from './diff-datasets.ts';
import { liveIds, lostIds, type PublishedId } from './id-register.ts';
import { correctionOf, correctionsFile, type Correction } from './reasons.ts';
import { isAtLeast, nextVersion } from './version-numbers.ts';

/** What a release is judged by. */
export interface ReleaseCandidate {
  readonly diff: DatasetDiff;
  /** The last release; null where there is none. */
  readonly before: DatasetContent | null;
  readonly dataset: Dataset;
  readonly corrections: readonly Correction[];
  readonly register: readonly PublishedId[];
}

/** Everything that keeps a version from being released. */
export function releaseProblems(candidate: ReleaseCandidate): Problem[] {
  const { diff, dataset, register } = candidate;
  return [
    ...tooSmallVersion(diff),
    ...changesWithoutReason(diff),
    ...uselessReasons(candidate),
    ...recordsWithoutTrace(diff),
    ...wrongRetirements(candidate),
    ...lostIds(register, dataset),
  ];
}

function tooSmallVersion({ version, previous, step }: DatasetDiff): Problem[] {
  if (previous === null) return [];
  const least = nextVersion(previous, step === 'none' ? 'patch' : step);
  if (isAtLeast(version, least)) return [];
  const change = step === 'none' ? 'any release' : `a ${step} change`;
  const expected = `at least ${least}, since ${change} follows ${previous}`;
  return [{ file: 'dataset.json', record: null, field: 'version', value: showValue(version), expected }];
}

function changesWithoutReason({ corrected }: DatasetDiff): Problem[] {
  return corrected
    .filter(({ reason }) => reason === null)
    .map(({ table, record, field, old, new: now }) => ({
      file: table,
      record,
      field,
      value: `${showValue(now)} and was ${showValue(old)}`,
      expected: `a row in ${correctionsFile} that gives the reason`,
    }));
}

function uselessReasons({ diff, corrections }: ReleaseCandidate): Problem[] {
  const places = [...diff.corrected, ...diff.removed.map((one) => ({ ...one, field: '*' }))];
  const used = new Set(places.map((one) => correctionOf(corrections, one)));
  return corrections
    .filter((row) => !used.has(row))
    .map(({ table, record, field }) => ({
      file: correctionsFile,
      record: null,
      field: 'table, record, field',
      value: [table, record, field].map(showValue).join(', '),
      expected: 'a value that changed since the last release',
    }));
}

function recordsWithoutTrace({ removed }: DatasetDiff): Problem[] {
  return removed
    .filter(({ reason }) => reason === null)
    .map(({ table, record }) => ({
      file: table,
      record,
      field: '',
      value: 'gone',
      expected: `a row in data/aliases.csv or data/withdrawn.csv, or in ${correctionsFile} where the table has no ids`,
    }));
}

/** Aliases and tombstones of another version or table than they say, and ids that are used again. */
function wrongRetirements({ before, dataset, register }: ReleaseCandidate): Problem[] {
  const { version } = dataset.meta;
  const tableOf = new Map(register.map(({ id, table }) => [id, table]));
  const retiredBefore = new Set(['aliases', 'withdrawn'].flatMap((name) => idsOf(before, name)));
  const live = new Map(liveIds(dataset).map(({ id, table }) => [id, table]));
  const rows = [
    ...dataset.aliases.map((row) => ({ ...row, file: 'aliases.csv' })),
    ...dataset.withdrawn.map((row) => ({ ...row, file: 'withdrawn.csv' })),
  ];
  const late = rows.filter((row) => !retiredBefore.has(row.id) && row.version !== version);
  // A record may be merged into one of another table, but a tombstone names the table that held it.
  const strange = dataset.withdrawn.filter(({ id, table }) => tableOf.has(id) && tableOf.get(id) !== table);
  const revived = [...live.keys()].filter((id) => retiredBefore.has(id));
  return [
    ...late.map(({ id, file, version: value }) => ({
      file,
      record: id,
      field: 'version',
      value: showValue(value),
      expected: `${version}, the version of this release`,
    })),
    ...strange.map(({ id, table }) => ({
      file: 'withdrawn.csv',
      record: id,
      field: 'table',
      value: showValue(table),
      expected: `${tableOf.get(id) ?? ''}, which held ${id}`,
    })),
    ...revived.map((id) => ({
      file: live.get(id) ?? '',
      record: id,
      field: 'id',
      value: showValue(id),
      expected: 'an id that was never used; the last release had given it up',
    })),
  ];
}

function idsOf(content: DatasetContent | null, name: string): string[] {
  return (content?.tables.find((table) => table.name === name)?.records ?? []).map(({ id }) => String(id));
}
