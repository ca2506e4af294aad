import { showValue, type Problem, type RecordFile } from './problem.ts';
import { recordIdOf } from './problems-from-zod.ts';
import { RecordId } from './fields.ts';

/**
 * Who a record is and whom it cites, read before the record is checked: a record with another problem still has its
 * place among the others. `null` where that cannot be read.
 */
export interface RecordLinks {
  readonly file: string;
  readonly id: string | null;
  readonly cites: readonly unknown[] | null;
}

/** Reads the links of one record. */
export function linksOf({ file, value }: RecordFile): RecordLinks {
  const sources = typeof value === 'object' && value !== null && 'sources' in value ? value.sources : null;
  return { file, id: recordIdOf(value), cites: Array.isArray(sources) ? sources : null };
}

/** Ids that two records share. */
export function duplicateIds(records: readonly RecordLinks[]): Problem[] {
  const first = new Map<string, string>();
  return records.flatMap(({ file, id }) => {
    if (id === null) return [];
    const earlier = first.get(id);
    first.set(id, earlier ?? file);
    return earlier === undefined ? [] : [aboutId(file, id, `an id of its own; ${earlier} has it`)];
  });
}

/** Citations of sources that the dataset does not hold. */
export function danglingSources(programs: readonly RecordLinks[], sources: readonly RecordLinks[]): Problem[] {
  const known = new Set(sources.map(({ id }) => id));
  // A source whose id cannot be read is reported once, not once more by every record that cites it.
  if (known.has(null)) return [];
  return programs.flatMap(({ file, id: record, cites }) =>
    (cites ?? []).flatMap((id, index) =>
      !RecordId.safeParse(id).success || known.has(id as string)
        ? []
        : [
            {
              file,
              record,
              field: `sources.${index}`,
              value: showValue(id),
              expected: 'the id of a source in this dataset',
            },
          ],
    ),
  );
}

/** Sources that no program cites. */
export function unusedSources(programs: readonly RecordLinks[], sources: readonly RecordLinks[]): Problem[] {
  if (programs.some(({ cites }) => cites === null)) return [];
  const used = new Set(programs.flatMap(({ cites }) => cites));
  return sources.flatMap(({ file, id }) =>
    id === null || used.has(id) ? [] : [aboutId(file, id, 'a source that at least one program cites')],
  );
}

function aboutId(file: string, id: string, expected: string): Problem {
  return { file, record: id, field: 'id', value: showValue(id), expected };
}
