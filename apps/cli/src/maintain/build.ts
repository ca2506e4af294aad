import { plain, textTable } from '@govexport/router';
import { builtFiles, DatasetError, leftOutOf, writeBuiltFiles } from '@govexport/dataset/maintain';
import type { Done, Task } from '../commands/command.ts';
import { withoutExperimentalWarnings } from './export.ts';
import { folderOf, onFiles, readFolder } from './perform.ts';
import { refused } from './problem-table.ts';

interface Target {
  /** Folder to write to. */
  readonly output: string;
  /** Whether an earlier build there is replaced. */
  readonly replace: boolean;
}

/** Makes every file of a dataset folder. */
export const build = onFiles(async (task: Task, { output, replace }: Target): Promise<Done> => {
  const folder = folderOf(task);
  const dataset = readFolder(folder);
  if (dataset instanceof DatasetError) return refused(dataset);
  withoutExperimentalWarnings();
  task.progress(`making the files of ${folder}`);
  const files = await builtFiles(dataset);
  await writeBuiltFiles(output, files, replace);
  const left_out = await leftOutOf(dataset);
  const rows = Object.entries(files).map(([file, { byteLength: bytes }]) => ({ file, bytes }));
  const table = textTable({ name: 'files', title: `Files in ${output}`, labels: { file: 'File' }, rows });
  const { name, version } = dataset.meta;
  return {
    answer: { written: output, files: rows, left_out, dataset: { name, version, sha256: dataset.sha256 } },
    shown: {
      headline: [`Wrote ${rows.length} files to ${output}.`, ...left_out].join(' '),
      tables: [plain({ ...table, columns: [...table.columns, { key: 'bytes', label: 'Bytes', kind: 'count' }] })],
    },
    exit_code: 0,
  };
});
