import { existsSync, readdirSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';
import { plain, textTable } from '@govexport/router';
import { DatasetError, exportFormats, verifyLoaded } from '@govexport/dataset/maintain';
import { openDataset, publishedStatistics } from '@govexport/router/node';
import type { Done, Task } from '../commands/command.ts';
import { openAnyDataset } from '../start/open-any-dataset.ts';
import { cacheFolder, configPath } from '../start/user-folders.ts';
import { answersFolder } from '../start/kept-answers.ts';
import { programVersion, schemaVersion } from '../start/versions.ts';
import { findPackageFile } from './find-package.ts';
import { onFiles } from './perform.ts';
import { problemCount } from './problem-table.ts';
import { publishedAnswers } from './verify.ts';

/** One thing that was looked at. */
interface Examined {
  readonly what: string;
  readonly found: string;
  /** fine, slow where it only takes longer, missing where something optional is not there, or wrong. */
  readonly state: 'fine' | 'slow' | 'missing' | 'wrong';
}

/** Looks at the program and its surroundings. */
export const doctor = onFiles(async (task: Task): Promise<Done> => {
  const examined = [...program(), ...(await datasetExamined(task)), ...surroundings()];
  const bad = examined.filter(({ state }) => state === 'wrong');
  const slow = examined.filter(({ state }) => state === 'slow');
  const count = (n: number): string => (n === 1 ? 'one thing' : `${n} things`);
  const first = bad.length === 0 ? 'Everything works' : `${count(bad.length)} out of order`;
  const finding = slow.length === 0 ? `${first}.` : `${first}; ${count(slow.length)} that takes longer than it must.`;
  const labels = { what: 'What', state: 'State', found: 'Found' };
  const table = textTable({ name: 'examined', title: 'What was looked at', labels, rows: examined });
  return {
    answer: { examined },
    shown: { headline: finding, tables: [plain(table)] },
    exit_code: bad.length === 0 ? 0 : 1,
  };
});

function program(): Examined[] {
  return [
    { what: 'Program', found: `govexport ${programVersion}, schema ${schemaVersion}`, state: 'fine' },
    { what: 'Place', found: fileURLToPath(new URL('.', import.meta.url)), state: 'fine' },
    { what: 'Node', found: `${process.version} at ${process.execPath}`, state: 'fine' },
    compiledCode(),
    keptAnswers(),
    configuration(),
  ];
}

function compiledCode(): Examined {
  const what = 'Compiled code';
  // Node 20 has no such function.
  const { getCompileCacheDir } = module as { getCompileCacheDir?: () => string | undefined };
  const folder = getCompileCacheDir?.();
  if (folder !== undefined) return { what, found: `kept in ${folder}`, state: 'fine' };
  const node = 'not kept: Node 22 or later keeps it';
  const wanted = cacheFolder(process.env);
  const writable =
    wanted === null ? 'not kept: HOME is not set' : `not kept: ${wanted} cannot be written, or it is turned off`;
  return { what, found: getCompileCacheDir === undefined ? node : writable, state: 'slow' };
}

function keptAnswers(): Examined {
  const what = 'Kept answers';
  const folder = answersFolder(process.env);
  if (folder === null) return { what, found: 'none: HOME is not set', state: 'slow' };
  const count = existsSync(folder) ? readdirSync(folder).length : 0;
  return { what, found: `${count} of the published dataset in ${folder}`, state: 'fine' };
}

function configuration(): Examined {
  const file = configPath(process.env);
  const what = 'Configuration';
  if (file === null) return { what, found: 'none: no folder of the user is known', state: 'fine' };
  return { what, found: existsSync(file) ? file : `none; it would be ${file}`, state: 'fine' };
}

async function datasetExamined({ dataset: folder }: Task): Promise<Examined[]> {
  if (folder !== '') return [await givenExamined(folder)];
  const dataset = openDataset();
  const { findings } = await verifyLoaded(dataset, publishedAnswers(), publishedStatistics);
  const found = `the published one, ${dataset.meta.name} ${dataset.meta.version}, sha256 ${dataset.sha256}`;
  const problem = `${found}: ${findings.length} findings; "govexport dataset verify" names them`;
  return [
    {
      what: 'Dataset',
      found: findings.length === 0 ? found : problem,
      state: findings.length === 0 ? 'fine' : 'wrong',
    },
  ];
}

async function givenExamined(place: string): Promise<Examined> {
  const what = 'Dataset';
  try {
    const { meta, sha256 } = await openAnyDataset(place);
    const found = `${place}, ${meta.name} ${meta.version}, sha256 ${sha256}; read and checked anew by each command`;
    return { what, found, state: 'slow' };
  } catch (error) {
    if (!(error instanceof DatasetError)) throw error;
    const found = `${place}: ${problemCount(error.problems, error.unlisted)}; "govexport dataset validate" names them`;
    return { what, found, state: 'wrong' };
  }
}

function surroundings(): Examined[] {
  const sqlite = module.isBuiltin('node:sqlite');
  const written = exportFormats.filter((format) => format !== 'sqlite' || sqlite);
  return [
    {
      what: 'Formats of export',
      found: `${written.join(', ')}${sqlite ? '' : '; sqlite needs Node 22'}`,
      state: sqlite ? 'fine' : 'missing',
    },
    installed('API for serve', '@govexport/api/server'),
    installed('Site for serve', '@govexport/web/server'),
  ];
}

function installed(what: string, name: string): Examined {
  const file = findPackageFile(name);
  if (file === null || !existsSync(file))
    return { what, found: `${name.replace('/server', '')} is not installed`, state: 'missing' };
  return { what, found: file, state: 'fine' };
}
