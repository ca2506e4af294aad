import { plain, textTable, type View } from '@govexport/router';
import {
  diffDatasets,
  readVersion,
  reasonsIn,
  releaseMarkdown,
  summaryOf,
  type DatasetDiff,
} from '@govexport/dataset/maintain';
import { changesToMake, showValue } from '@govexport/schema';
import type { Done, Task } from '../commands/command.ts';
import { onFiles } from './perform.ts';

/** Compares two versions of a dataset. */
export const diff = onFiles(async ({ places: { before = '', after = '' } }: Task): Promise<Done> => {
  const found = diffDatasets(await readVersion(before), await readVersion(after), await reasonsIn(after));
  return { answer: found, shown: shownOf(found), markdown: releaseMarkdown(found, null), exit_code: 0 };
});

const place = { table: 'Table', record: 'Record' };
const counts = {
  table: 'Table',
  added: 'Added',
  corrected: 'Corrected',
  merged: 'Merged',
  withdrawn: 'Withdrawn',
  removed: 'Removed',
  new_ids: 'New ids',
};

function shownOf(found: DatasetDiff): View {
  const { version, previous, step, schema, corrected, merged, withdrawn, removed } = found;
  const values = corrected.map((one) => ({ ...one, old: showValue(one.old), new: showValue(one.new) }));
  const tables = [
    { name: 'records', title: 'Records', labels: counts, rows: summaryOf(found) },
    {
      name: 'corrected',
      title: 'Corrected',
      labels: { ...place, field: 'Field', old: 'Old', new: 'New', reason: 'Reason' },
      rows: values,
    },
    { name: 'merged', title: 'Merged', labels: { ...place, into: 'Into', reason: 'Reason' }, rows: merged },
    { name: 'withdrawn', title: 'Withdrawn', labels: { ...place, reason: 'Reason' }, rows: withdrawn },
    { name: 'removed', title: 'Gone without alias or tombstone', labels: place, rows: removed },
    {
      name: 'schema',
      title: 'Tables, fields and values',
      labels: { table: 'Table', field: 'Field', value: 'Value', change: 'Change', was: 'Was' },
      rows: schema,
    },
  ];
  const asks = step === 'none' ? 'nothing differs' : `the changes ask for a ${step} version`;
  const finding = [`From ${previous ?? ''} to ${version}: ${asks}.`, ...changesToMake(schema)].join(' ');
  return { headline: finding, tables: tables.map((table) => plain(textTable(table))) };
}
