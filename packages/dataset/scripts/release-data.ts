import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { Changes, csvText, type Dataset, type Release } from '@govexport/schema';
import { assembleDataset } from '../src/assemble-dataset.ts';
import { changesMarkdown } from '../src/changes/changes-markdown.ts';
import type { DatasetContent } from '../src/changes/dataset-content.ts';
import { readRegister, registerFile, registerText } from '../src/changes/id-register.ts';
import { Correction, correctionsFile, readCorrections } from '../src/changes/reasons.ts';
import { prepareRelease } from '../src/changes/release.ts';
import { DatasetError } from '../src/dataset-error.ts';
import { readDatasetFiles } from '../src/read-dataset-files.ts';

const versionLine = /^ {2}"version": ".*",$/m;

/**
 * Compares the data with the last release, judges the version of the package, and writes what a release carries: the
 * version in dataset.json, the history, the register of ids, and an empty list of reasons. All or nothing is written.
 *
 * @param root - the folder of the repository, with a slash at its end
 * @param before - the data of the last release; null where there is none
 * @returns what was done, in one sentence
 * @throws DatasetError with everything that keeps the version from being released
 */
export function releaseData(root: string, before: DatasetContent | null): string {
  const home = `${root}packages/dataset/`;
  const read = (name: string): string => readFileSync(`${home}${name}`, 'utf8');
  const { version } = JSON.parse(read('package.json')) as { version: string };
  const prepared = prepareRelease({
    before,
    dataset: datasetAs(`${home}data`, version),
    corrections: readCorrections(read(correctionsFile)),
    register: readRegister(read(registerFile)),
    history: Changes.parse(JSON.parse(read('changes.json'))),
  });
  if (!prepared.ok) throw new DatasetError(`Version ${version} of the data`, prepared.problems);
  const { release, history, register } = prepared;
  writeAll(home, {
    [registerFile]: registerText(register),
    'changes.json': `${JSON.stringify(history, null, 2)}\n`,
    'CHANGES.md': changesMarkdown(history),
    // The reasons stand in the history from now on.
    [correctionsFile]: csvText(Object.keys(Correction.shape), []),
    'data/dataset.json': read('data/dataset.json').replace(versionLine, `  "version": "${version}",`),
  });
  return summary(release);
}

/** The dataset as it is, under another version. */
function datasetAs(folder: string, version: string): Dataset {
  const { meta, ...tables } = readDatasetFiles(folder);
  return assembleDataset(folder, { meta: { ...meta, value: { ...(meta.value as object), version } }, ...tables });
}

function writeAll(home: string, texts: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(texts)) writeFileSync(`${home}${name}.part`, text);
  for (const name of Object.keys(texts)) renameSync(`${home}${name}.part`, `${home}${name}`);
}

function summary({ version, previous, ...release }: Release): string {
  if (previous === null) {
    const records = release.counts.reduce((sum, table) => sum + table.records, 0);
    return `Version ${version} is the first release of the data: ${records} records in ${release.counts.length} tables.`;
  }
  const counts = (['added', 'corrected', 'merged', 'withdrawn', 'removed'] as const).map(
    (kind) => `${release[kind].length} ${kind}`,
  );
  return `Version ${version} of the data follows ${previous}: ${counts.join(', ')}.`;
}
