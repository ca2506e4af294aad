import { createReadStream, statSync } from 'node:fs';
import { readJsonFile } from '@govexport/dataset/json';
import { plain, textTable } from '@govexport/router';
import {
  DatasetError,
  importLimits,
  importPrograms,
  mappingTemplate,
  parseMapping,
  LocationError,
  readHeader,
  tooLong,
  writeDataset,
  writeNewFile,
  type ImportedDataset,
} from '@govexport/dataset/maintain';
import type { Done, Task } from '../commands/command.ts';
import { UsageError } from '../args/failures.ts';
import { onFiles } from './perform.ts';
import { refused } from './problem-table.ts';

/** Paths that the options give. */
interface Paths {
  readonly mapping?: string | undefined;
  readonly output?: string | undefined;
  readonly new_mapping?: string | undefined;
}

/** Turns a CSV into a dataset folder, or writes a mapping to begin with. */
export const importCsv = onFiles(async (task: Task, { mapping, output, new_mapping }: Paths) => {
  const csv = openCsv(task.places['file'] ?? '');
  if (new_mapping !== undefined) return writeMapping(csv, new_mapping);
  if (mapping === undefined || output === undefined) {
    const missing = mapping === undefined ? '--mapping' : '--output';
    throw new UsageError(`${missing} is nothing; allowed is a path, or --new-mapping alone.`, task.command.name);
  }
  try {
    return await imported(task, { csv, mapping, output });
  } catch (error) {
    if (error instanceof DatasetError) return refused(error);
    throw error;
  }
});

interface Csv {
  readonly name: string;
  readonly chunks: AsyncIterable<Uint8Array>;
}

function openCsv(path: string): Csv {
  if (path === '-') return { name: 'the standard input', chunks: process.stdin };
  const found = statSync(path);
  if (found.isDirectory()) throw new LocationError(`${path} is a folder; expected a CSV file.`);
  if (found.size > importLimits.bytes) throw new LocationError(tooLong(path));
  return { name: path, chunks: createReadStream(path) };
}

async function writeMapping(csv: Csv, path: string): Promise<Done> {
  const { columns, delimiter } = await readHeader(csv);
  const { dataset, ...rules } = mappingTemplate(columns);
  const mapping = { dataset, delimiter, ...rules };
  writeNewFile(path, `${JSON.stringify(mapping, null, 2)}\n`);
  const rows = columns.map((column) => ({ column, ignored: rules.ignored_columns.includes(column) ? 'yes' : 'no' }));
  const labels = { column: 'Column', ignored: 'Ignored so far' };
  const finding = `Wrote ${path}: fill in what is empty, and give each ignored column to a field or leave it.`;
  const table = textTable({ name: 'columns', title: `Columns of ${csv.name}`, labels, rows });
  return { answer: { written: path, mapping }, shown: { headline: finding, tables: [plain(table)] }, exit_code: 0 };
}

interface Places {
  readonly csv: Csv;
  readonly mapping: string;
  readonly output: string;
}

async function imported({ progress }: Task, { csv, mapping: path, output }: Places): Promise<Done> {
  const made = await importPrograms({
    csv,
    mapping: parseMapping(path, readJsonFile(path, 'a mapping, see --new-mapping')),
    mapping_name: path,
    progress: (rows) => progress(`${rows} rows read`),
  });
  progress(`${made.rows} rows are valid; writing ${output}`);
  await writeDataset(output, made.tables);
  return doneOf(made, output);
}

function doneOf({ rows, tables: { programs, sources } }: ImportedDataset, output: string): Done {
  const counts = [
    { table: 'programs', records: programs.length },
    { table: 'sources', records: sources.length },
  ];
  const table = textTable({ name: 'counts', title: 'Records', labels: { table: 'Table' }, rows: counts });
  const columns = [...table.columns, { key: 'records', label: 'Records', kind: 'count' as const }];
  const finding = `Wrote ${output}: ${rows} rows became ${programs.length} programs with ${sources.length} sources. "govexport dataset validate ${output}" tells what a person should look at.`;
  return {
    answer: { written: output, rows, counts },
    shown: { headline: finding, tables: [plain({ ...table, columns })] },
    exit_code: 0,
  };
}
