import { cite } from './cite.ts';
import { citeView } from './cite-view.ts';
import { codebookCommand } from './codebook.ts';
import { completion } from './completion.ts';
import { datasetBuild } from './dataset-build.ts';
import { datasetCheckLinks } from './dataset-check-links.ts';
import { datasetDiff } from './dataset-diff.ts';
import { datasetImport } from './dataset-import.ts';
import { datasetInit } from './dataset-init.ts';
import { datasetNewProgram } from './dataset-new-program.ts';
import { datasetNewSource } from './dataset-new-source.ts';
import { datasetSnapshot } from './dataset-snapshot.ts';
import { datasetValidate } from './dataset-validate.ts';
import { datasetVerify } from './dataset-verify.ts';
import { doctor } from './doctor.ts';
import { exportCommand } from './export.ts';
import { manual } from './manual.ts';
import { meta } from './meta.ts';
import { open } from './open.ts';
import { provenance } from './provenance.ts';
import { review } from './review.ts';
import { reviewAccept } from './review-accept.ts';
import { reviewStatus } from './review-status.ts';
import { schema } from './schema.ts';
import { serve } from './serve.ts';
import { tablesCommand } from './tables.ts';
import { filterNames, operationCommands } from './operations.ts';
import { wordsOf, type Command } from './command.ts';
import type { Dataset } from '@govexport/schema';
import type { Words } from '../args/command-words.ts';

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  ...operationCommands,
  tablesCommand,
  codebookCommand,
  cite,
  citeView,
  provenance,
  meta,
  exportCommand,
  schema,
  completion,
  manual,
  datasetInit,
  datasetValidate,
  datasetNewProgram,
  datasetNewSource,
  datasetDiff,
  datasetVerify,
  datasetImport,
  datasetBuild,
  datasetCheckLinks,
  datasetSnapshot,
  review,
  reviewStatus,
  reviewAccept,
  serve,
  open,
  doctor,
];

/** Every command as plain data, for a dataset. */
export function wordsOfAll(versions: string, meta: Dataset['meta']): Words {
  const { title, recipients } = meta;
  return {
    commands: commands.map((command) => wordsOf(command, meta)),
    filters: filterNames(),
    dataset: { title, recipients },
    versions,
    build: '',
  };
}
