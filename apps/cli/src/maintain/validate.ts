import { validateFolder, type Validation } from '@govexport/dataset/maintain';
import { plain, type Table, textTable, type View } from '@govexport/router';
import type { Done, Task } from '../commands/command.ts';
import { folderOf, onFiles } from './perform.ts';
import { problemCount, problemTable } from './problem-table.ts';

/** Checks a dataset folder. */
export const validate = onFiles((task: Task): Promise<Done> => {
  const found = validateFolder(folderOf(task), (records) => {
    task.progress(`${records} records checked`);
  });
  const { folder, dataset, problems, unlisted, counts, warnings } = found;
  const origin =
    dataset === null ? null : { name: dataset.meta.name, version: dataset.meta.version, sha256: dataset.sha256 };
  return Promise.resolve({
    answer: { folder, valid: dataset !== null, dataset: origin, problems, unlisted, counts, warnings },
    shown: shownOf(found),
    exit_code: dataset === null ? 1 : 0,
  });
});

function shownOf(found: Validation): View {
  const { folder, problems, unlisted, counts, warnings } = found;
  if (problems.length > 0) {
    const finding = `${folder} is not valid: ${problemCount(problems, unlisted)}.`;
    return { headline: finding, tables: [plain(problemTable(problems))] };
  }
  const records = counts.reduce((sum, table) => sum + table.records, 0);
  const tables = [countTable(found), warningCounts(found), warningTable(found)].map(plain);
  const count = warnings.reduce((sum, group) => sum + group.count, 0);
  const attention = count === 1 ? 'one warning' : `${count} warnings`;
  return { headline: `${folder} is valid: ${records} records, ${attention}.`, tables };
}

function countTable({ counts }: Validation): Table {
  const table = textTable({ name: 'counts', title: 'Records', labels: { table: 'Table' }, rows: counts });
  return { ...table, columns: [...table.columns, { key: 'records', label: 'Records', kind: 'count' }] };
}

function warningCounts({ warnings }: Validation): Table {
  const rows = warnings.map(({ kind, count }) => ({ kind, count }));
  const table = textTable({ name: 'warning_counts', title: 'Warnings', labels: { kind: 'Kind' }, rows });
  const notes = warnings.some((group) => group.or_more) ? notAllCompared : null;
  return { ...table, columns: [...table.columns, { key: 'count', label: 'Warnings', kind: 'count' }], note: notes };
}

const notAllCompared =
  'Of so many programs, each is compared with those next to it by state, first day and title or host: there may be more possible duplicates.';

function warningTable({ warnings }: Validation): Table {
  const listed = warnings.flatMap((group) => group.warnings);
  const isCut = warnings.some((group) => group.count > group.warnings.length);
  const rows = listed.map(({ kind, records, message }) => ({ kind, records: idsInWords(records), message }));
  const labels = { kind: 'Kind', records: 'Records', message: 'Warning' };
  const title = `What a person should look at${isCut ? ', the first of each kind' : ''}`;
  return textTable({ name: 'warnings', title, labels, rows });
}

/** Ids that fit into a line of a table. */
const shownIds = 10;

function idsInWords(ids: readonly string[]): string {
  const more = ids.length - shownIds;
  return more <= 0 ? ids.join(' ') : `${ids.slice(0, shownIds).join(' ')} and ${more} more`;
}
