import { Alias, showValue, type Dataset, type RecordOf } from '@govexport/schema';
import { RequestError } from './problem.ts';

/** What an answer says of the id that was asked for, where that is no longer the id of the record. */
export const AliasOfAnswer = Alias.omit({ merged_into: true })
  .nullable()
  .describe(
    'The id that was asked for, where its record was merged into this one, with version and reason; else null.',
  );

interface Asked<Name> {
  readonly table: Name;
  readonly id: string;
  /** What an id of the table is, in words. */
  readonly expected: string;
}

/**
 * A record by its id, or by the id of a record that was merged into it.
 *
 * @throws RequestError `not-found` where there is none; for a withdrawn record it gives the reason
 */
export function findRecord<Name extends 'programs' | 'sources'>(
  dataset: Dataset,
  { table, id, expected }: Asked<Name>,
) {
  const merged = dataset.aliases.find((one) => one.id === id);
  const live = merged?.merged_into ?? id;
  const records = dataset[table] as readonly RecordOf<'programs' | 'sources'>[];
  const record = records.find((one) => one.id === live) as Dataset[Name][number] | undefined;
  if (record !== undefined) return { record, alias: merged === undefined ? null : aliasOf(merged) };
  const tombstone = dataset.withdrawn.find((one) => one.id === id && one.table === table);
  const fate =
    tombstone === undefined
      ? ''
      : `; ${id} was withdrawn in version ${tombstone.version}: ${tombstone.reason.replace(/\.$/, '')}`;
  throw new RequestError('not-found', [{ field: 'id', value: showValue(id), expected: `${expected}${fate}` }]);
}

function aliasOf({ id, version, reason }: Dataset['aliases'][number]) {
  return { id, version, reason };
}
