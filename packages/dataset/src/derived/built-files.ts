import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Dataset } from '@govexport/schema';
import { writeFolder } from '../folders/atomic-writes.ts';
import { derivedFiles } from './derived-files.ts';
import { distributedFiles, type DistributedFiles } from './distributed-files.ts';
import { sqliteModule } from './formats/sqlite.ts';
import { notInWorkbook } from './formats/workbook.ts';
import { sha256Of } from './metadata/description.ts';
import { missingStates } from './panels.ts';
import { publishedTables } from './published-tables.ts';

/**
 * Every file that is made of a dataset, by its path: texts at the top and in `csv/`, the other formats in `files/`, and
 * `SHA256SUMS` of all of them.
 *
 * @example
 * typeof builtFiles // => 'function'
 */
export async function builtFiles(dataset: Dataset): Promise<DistributedFiles> {
  const texts = derivedFiles(dataset).map(({ path, text }) => [path, new TextEncoder().encode(text)] as const);
  const others = Object.entries(await distributedFiles(dataset)).map(
    ([name, content]) => [`files/${name}`, content] as const,
  );
  const files = [...texts.filter(([path]) => path !== sums), ...others];
  const lines = files.map(([path, content]) => `${sha256Of(content)}  ${path}\n`);
  return Object.fromEntries([...files, [sums, new TextEncoder().encode(lines.join(''))]]);
}

const sums = 'SHA256SUMS';

/**
 * What cannot be made of a dataset here, a sentence each.
 *
 * @example
 * await leftOutOf(loadDataset()) // => []
 */
export async function leftOutOf(dataset: Dataset): Promise<string[]> {
  const states = missingStates(dataset);
  const panels = `country_year and dyad_year are left out: countries.csv has no row for ${states.join(', ')}.`;
  const sqlite = `${dataset.meta.name}.sqlite is left out: it needs Node 22 or later, and this is ${process.version}.`;
  const workbook = notInWorkbook(`files/${dataset.meta.name}.xlsx`, publishedTables(dataset));
  return [...(states.length === 0 ? [] : [panels]), ...((await sqliteModule()) === null ? [sqlite] : []), ...workbook];
}

/**
 * Writes every file that is made of a dataset into a folder, which is then whole or not there at all.
 *
 * @param replace - whether an earlier build there is replaced; any other folder never is
 * @throws LocationError where something is there that must not be lost
 * @example
 * typeof writeBuiltFiles // => 'function'
 */
export async function writeBuiltFiles(folder: string, files: DistributedFiles, replace: boolean): Promise<void> {
  const fill = (part: string) => {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(part, path)), { recursive: true });
      writeFileSync(join(part, path), content);
    }
  };
  await writeFolder(folder, fill, (place) => replace && isBuild(place));
}

function isBuild(folder: string): boolean {
  return [sums, 'datapackage.json', 'files'].every((name) => existsSync(join(folder, name)));
}
