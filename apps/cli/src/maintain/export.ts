import { exportedTables, exportTable, wholeFormats, type ExportFormat } from '@govexport/dataset/maintain';
import { showValue } from '@govexport/schema';
import type { Task } from '../commands/command.ts';
import { openAnyDataset } from '../start/open-any-dataset.ts';
import { alternative } from '../args/suggest.ts';
import { UsageError } from '../args/failures.ts';
import { inFileWords } from './perform.ts';

const every = 'all';

/** A table, or all of them, as the content of a file. */
export async function exported(
  { places, command, dataset: folder }: Task,
  format: string,
): Promise<string | Uint8Array> {
  const { table: name = '' } = places;
  const dataset = await openAnyDataset(folder);
  const names = exportedTables(dataset);
  if (name === every && !wholeFormats.some((whole) => whole === format))
    throw new UsageError(
      `--format is ${showValue(format)} for all tables; allowed is ${wholeFormats.join(' or ')}.`,
      command.name,
    );
  if (name !== every && !names.includes(name))
    throw new UsageError(`TABLE is ${showValue(name)}; ${alternative(name, [...names, every])}`, command.name);
  withoutExperimentalWarnings();
  return inFileWords(() => exportTable(dataset, name === every ? null : name, format as ExportFormat));
}

/** Node says of its SQLite that it is experimental, which helps nobody here. */
export function withoutExperimentalWarnings(): void {
  process.removeAllListeners('warning');
  process.on('warning', ({ name, message }) => {
    if (name !== 'ExperimentalWarning') process.stderr.write(`govexport: ${message}\n`);
  });
}
