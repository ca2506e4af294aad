import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { acceptCorrections, prepareCorrections } from '@govexport/dataset/maintain';
import { plain, textTable } from '@govexport/router';
import { showText } from '@govexport/schema';
import { FileFailure } from '../../args/failures.ts';
import type { Done, Task } from '../../commands/command.ts';
import { folderOf, onFiles } from '../perform.ts';

/** Whose values are accepted, and where what follows is written. */
export interface AcceptSettings {
  readonly reviewer?: string | undefined;
  readonly corrections?: string | undefined;
  readonly changesets?: string | undefined;
  readonly dry_run: boolean;
}

/** Makes what persons found into values of the records, each with its reason. */
export const reviewAccept = onFiles((task: Task, settings: AcceptSettings): Promise<Done> => {
  const { record = '', field } = task.places;
  const folder = folderOf({ ...task, places: {} });
  const accepted = prepareCorrections(folder, {
    ...{ record, field, reviewer: settings.reviewer },
    corrections: settings.corrections ?? correctionsBeside(folder),
    changesets: settings.changesets ?? changesetsAbove(folder),
  });
  if (!settings.dry_run) acceptCorrections(accepted);
  const labels = { field: 'Field', old: 'Was', now: 'Is', reason: 'Why' };
  const rows = accepted.values.map(({ old, now, ...rest }) => ({ ...rest, old: showText(old), now: showText(now) }));
  const paths = accepted.files.map(({ path }) => path);
  const headline = `${settings.dry_run ? 'Would write' : 'Wrote'} ${paths.join(', ')}.`;
  return Promise.resolve({
    answer: { record, values: accepted.values, written: settings.dry_run ? [] : paths },
    shown: { headline, tables: [plain(textTable({ name: 'values', title: `Values of ${record}`, labels, rows }))] },
    exit_code: 0,
  });
});

/** The file of reasons of the package that the folder belongs to. */
function correctionsBeside(folder: string): string {
  const path = join(resolve(folder), '..', 'corrections.csv');
  if (existsSync(path)) return path;
  throw new FileFailure(`${path} is not there; --corrections names the file to write the reasons to.`);
}

/** The folder of changesets of the repository that the folder belongs to; null where there is none. */
function changesetsAbove(folder: string): string | null {
  for (let above = resolve(folder); above !== dirname(above); above = dirname(above)) {
    if (existsSync(join(above, '.changeset', 'config.json'))) return join(above, '.changeset');
  }
  return null;
}
