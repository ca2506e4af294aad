import { programKeys, sourceKeys } from '../import/given-ids.ts';
import type { DatasetContent } from './dataset-content.ts';

/** A record whose id another record had in the version before. */
export interface MovedId {
  readonly table: string;
  readonly record: string;
  /** The id that the same record had before. */
  readonly was: string;
}

const keysOf = { programs: programKeys, sources: sourceKeys } as const;

/**
 * Programs and sources that look like a record with another id in the version before. Ids are never used again, so that
 * one that moves says that rows were numbered anew.
 *
 * @example
 * const content = contentOf(loadDataset())
 * movedIds(content, content) // => []
 */
export function movedIds(before: DatasetContent, after: DatasetContent): MovedId[] {
  return Object.entries(keysOf).flatMap(([table, keys]) => {
    const was = idsByKey(before, table, keys);
    const is = idsByKey(after, table, keys);
    return [...is].flatMap(([key, id]): MovedId[] => {
      const former = was.get(key);
      return id === null || former === undefined || former === null || former === id
        ? []
        : [{ table, record: id, was: former }];
    });
  });
}

/** Ids by what tells a record surest; null where several records are alike. */
function idsByKey(
  { tables }: DatasetContent,
  table: string,
  keys: (values: Readonly<Record<string, unknown>>) => readonly string[],
): Map<string, string | null> {
  const ids = new Map<string, string | null>();
  for (const record of tables.find(({ name }) => name === table)?.records ?? []) {
    const [key = ''] = keys(record);
    ids.set(key, ids.has(key) ? null : String(record['id']));
  }
  return ids;
}
