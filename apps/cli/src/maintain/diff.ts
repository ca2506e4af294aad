import { plain, textTable, type Table, type View } from '@govexport/router';
import {
  diffDatasets,
  movedIds,
  readVersion,
  reasonsIn,
  releaseMarkdown,
  summaryOf,
  type DatasetDiff,
  type MovedId,
} from '@govexport/dataset/maintain';
import { changesToMake, showValue } from '@govexport/schema';
import type { Done, Task } from '../commands/command.ts';
import { openAnyDataset } from '../start/open-any-dataset.ts';
import { changedHeadlines, type ChangedHeadline } from './headlines.ts';
import { onFiles } from './perform.ts';

/** Compares two versions of a dataset. */
export const diff = onFiles(async (task: Task, { headlines }: Options): Promise<Done> => {
  const { before = '', after = '' } = task.places;
  const [was, is] = [await readVersion(before), await readVersion(after)];
  const found = diffDatasets(was, is, await reasonsIn(after));
  const moved = movedIds(was, is);
  const changed = headlines ? await changedHeadlines(await openAnyDataset(before), await openAnyDataset(after)) : null;
  const answer = {
    ...found,
    ...(moved.length === 0 ? {} : { moved }),
    ...(changed === null ? {} : { headlines: changed }),
  };
  const view = shownOf(found, moved);
  const shown = changed === null ? view : { ...view, tables: [...view.tables, plain(headlineTable(changed))] };
  const changes = releaseMarkdown(found, null);
  const markdown = changed === null ? changes : `${changes.trim()}\n\n${headlineMarkdown(changed)}`;
  return { answer, shown, markdown, exit_code: 0 };
});

interface Options {
  /** Whether the statistics are computed of both. */
  readonly headlines: boolean;
}

const effect = 'Effect on headline numbers';

function headlineTable(rows: readonly ChangedHeadline[]): Table {
  const labels = { statistic: 'Statistic', before: 'Before', after: 'After' };
  return textTable({ name: 'headlines', title: effect, labels, rows });
}

function headlineMarkdown(changed: readonly ChangedHeadline[]): string {
  const lines = changed.map(({ statistic, before, after }) => `- \`${statistic}\`: ${before} Now: ${after}`);
  return `### ${effect}\n\n${lines.length === 0 ? 'None.' : lines.join('\n')}`;
}

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

function shownOf(found: DatasetDiff, moved: readonly MovedId[]): View {
  const { version, previous, step, schema, corrected, merged, withdrawn, removed } = found;
  const values = corrected.map((one) => ({ ...one, old: showValue(one.old), new: showValue(one.new) }));
  const numbered = {
    name: 'moved',
    title: 'Records that had another id',
    labels: { ...place, was: 'Was' },
    rows: moved,
  };
  const tables = [
    ...(moved.length === 0 ? [] : [numbered]),
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
  const count = moved.length === 1 ? 'One record looks' : `${moved.length} records look`;
  const caveats =
    moved.length === 0
      ? []
      : [
          `${count} like a record with another id before, as if rows had been numbered anew: ids stay with their records. Import with --previous, or give each row a number of its own.`,
        ];
  return { headline: finding, caveats, tables: tables.map((table) => plain(textTable(table))) };
}
