import { validateFolder, type Validation } from '@govexport/dataset/maintain';
import { plain, type Table, textTable, type View } from '@govexport/router';
import type { Done, Task } from '../commands/command.ts';
import { folderOf, onFiles } from './perform.ts';
import { problemCount, problemTable } from './problem-table.ts';

/** Checks a dataset folder. */
export const validate = onFiles((task: Task): Promise<Done> => {
  const found = validateFolder(folderOf(task));
  const { folder, dataset, problems, counts, warnings } = found;
  const origin =
    dataset === null ? null : { name: dataset.meta.name, version: dataset.meta.version, sha256: dataset.sha256 };
  return Promise.resolve({
    answer: { folder, valid: dataset !== null, dataset: origin, problems, counts, warnings },
    shown: shownOf(found),
    exit_code: dataset === null ? 1 : 0,
  });
});

function shownOf(found: Validation): View {
  const { folder, problems, counts, warnings } = found;
  if (problems.length > 0) {
    const finding = `${folder} is not valid: ${problemCount(problems)}.`;
    return { headline: finding, tables: [plain(problemTable(problems))] };
  }
  const records = counts.reduce((sum, table) => sum + table.records, 0);
  const tables = [countTable(found), warningTable(found)].map(plain);
  const attention = warnings.length === 1 ? 'one warning' : `${warnings.length} warnings`;
  return { headline: `${folder} is valid: ${records} records, ${attention}.`, tables };
}

function countTable({ counts }: Validation): Table {
  const table = textTable({ name: 'counts', title: 'Records', labels: { table: 'Table' }, rows: counts });
  return { ...table, columns: [...table.columns, { key: 'records', label: 'Records', kind: 'count' }] };
}

function warningTable({ warnings }: Validation): Table {
  const rows = warnings.map(({ kind, records, message }) => ({ kind, records: records.join(' '), message }));
  const labels = { kind: 'Kind', records: 'Records', message: 'Warning' };
  return textTable({ name: 'warnings', title: 'What a person should look at', labels, rows });
}
