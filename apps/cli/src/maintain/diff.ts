import { diffDatasets, readVersion, releaseMarkdown, type DatasetDiff } from '@govexport/dataset/maintain';
import { showValue } from '@govexport/schema';
import { plain, type Shown } from '../shown.ts';
import { onFiles } from './perform.ts';
import { textTable } from './text-table.ts';

/** Compares two versions of a dataset. */
export const diff = onFiles(({ places: { before = '', after = '' } }) => {
  const found = diffDatasets(readVersion(before), readVersion(after));
  return Promise.resolve({
    answer: found,
    shown: shownOf(found),
    markdown: releaseMarkdown(found, null),
    exit_code: 0,
  });
});

const place = { table: 'Table', record: 'Record' };

function shownOf(found: DatasetDiff): Shown {
  const { version, previous, step, schema, corrected, added, merged, withdrawn, removed } = found;
  const values = corrected.map((one) => ({ ...one, old: showValue(one.old), new: showValue(one.new) }));
  const tables = [
    { name: 'added', title: 'Added', labels: place, rows: added },
    {
      name: 'corrected',
      title: 'Corrected',
      labels: { ...place, field: 'Field', old: 'Old', new: 'New' },
      rows: values,
    },
    { name: 'merged', title: 'Merged', labels: { ...place, into: 'Into', reason: 'Reason' }, rows: merged },
    { name: 'withdrawn', title: 'Withdrawn', labels: { ...place, reason: 'Reason' }, rows: withdrawn },
    { name: 'removed', title: 'Gone without alias or tombstone', labels: place, rows: removed },
    {
      name: 'schema',
      title: 'Tables and fields',
      labels: { table: 'Table', field: 'Field', change: 'Change', was: 'Was' },
      rows: schema,
    },
  ];
  const asks = step === 'none' ? 'nothing differs' : `the changes ask for a ${step} version`;
  const finding = `From ${previous ?? ''} to ${version}: ${asks}.`;
  return { finding, tables: tables.map((table) => plain(textTable(table))) };
}
