import type { DatasetDiff } from './diff-datasets.ts';

/** What happened to the records of one table from one version to the next. */
export interface TableSummary {
  readonly table: string;
  readonly added: number;
  /** Records of which at least one value was corrected. */
  readonly corrected: number;
  readonly merged: number;
  readonly withdrawn: number;
  readonly removed: number;
  /** The ids that are new, those that follow one another as a range; empty where the table has no ids. */
  readonly new_ids: string;
}

/**
 * What changed in the records, one row for each table in which anything did.
 *
 * @example
 * const one = { table: 'programs', record: 'GX-0001', field: 'title', old: 'A', new: 'B', reason: null }
 * const nothing = { added: [], merged: [], withdrawn: [], removed: [] }
 * summaryOf({ ...nothing, corrected: [one, { ...one, field: 'notes' }] })[0].corrected // => 1
 */
export function summaryOf(
  diff: Pick<DatasetDiff, 'added' | 'corrected' | 'merged' | 'withdrawn' | 'removed'>,
): TableSummary[] {
  const kinds = ['added', 'corrected', 'merged', 'withdrawn', 'removed'] as const;
  const tables = new Set(kinds.flatMap((kind) => diff[kind].map(({ table }) => table)));
  return [...tables].map((table) => {
    const recordsOf = (kind: (typeof kinds)[number]) =>
      new Set(diff[kind].filter((one) => one.table === table).map(({ record }) => record));
    const count = (kind: (typeof kinds)[number]) => recordsOf(kind).size;
    return {
      table,
      added: count('added'),
      corrected: count('corrected'),
      merged: count('merged'),
      withdrawn: count('withdrawn'),
      removed: count('removed'),
      new_ids: idRanges([...recordsOf('added')]),
    };
  });
}

/**
 * Ids in which those that follow one another are told by the first and the last; empty where one is no id.
 *
 * @example
 * idRanges(['S-0001', 'S-0002', 'S-0003', 'S-0007']) // => 'S-0001 to S-0003, S-0007'
 */
export function idRanges(ids: readonly string[]): string {
  const ranges: { prefix: string; first: string; last: string; number: number }[] = [];
  for (const id of ids) {
    const [, prefix, digits] = /^([A-Z]+-)(\d+)$/.exec(id) ?? [];
    if (prefix === undefined) return '';
    const number = Number(digits);
    const range = ranges.at(-1);
    if (range?.prefix === prefix && range.number + 1 === number) Object.assign(range, { last: id, number });
    else ranges.push({ prefix, first: id, last: id, number });
  }
  return ranges.map(({ first, last }) => (first === last ? first : `${first} to ${last}`)).join(', ');
}
