import { existsSync, readFileSync } from 'node:fs';
import {
  verifyDataset,
  verifyLoaded,
  type Keys,
  type Registered,
  type Verification,
} from '@govexport/dataset/maintain';
import { plain, type Table, textTable, type View } from '@govexport/router';
import { openDataset, publishedStatistics } from '@govexport/router/node';
import { formatProblem } from '@govexport/schema';
import type { Done, Task } from '../commands/command.ts';
import { UsageError } from '../args/failures.ts';
import { onFiles } from './perform.ts';
import { problemTable } from './problem-table.ts';

interface Options {
  /** A public key of minisign, or the path of a file with one. */
  readonly public_key?: string | undefined;
}

/** The public keys of those who sign releases, as minisign writes them. No release is signed yet. */
const publicKeys: readonly string[] = [];

/** The statistics that are published with the dataset in this program. */
export function publishedAnswers(): Readonly<Record<string, unknown>> {
  return besideCode('statistics.json') as Readonly<Record<string, unknown>>;
}

function besideCode(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
}

/** Checks whether a package, or the dataset that commands use, is what was published. */
export const verify = onFiles(async (task: Task, { public_key }: Options): Promise<Done> => {
  const { places, dataset, progress, command } = task;
  const location = places['location'] ?? dataset;
  if (location === '' && public_key !== undefined)
    throw new UsageError('--public-key needs a package; the dataset in this program has no signature.', command.name);
  progress(`checking ${location === '' ? 'the dataset in this program' : location}`);
  const found = await (location === ''
    ? verifyLoaded(openDataset(), publishedAnswers(), publishedStatistics)
    : verifyDataset(location, publishedStatistics, {
        registered: besideCode('published-files.json') as Registered,
        keys: keysOf(public_key),
      }));
  return { answer: found, shown: shownOf(found), exit_code: found.findings.length === 0 ? 0 : 1 };
});

/** The key that is given, as a text or in a file, which then must have signed; else those that are known. */
function keysOf(given: string | undefined): Keys {
  if (given === undefined) return { texts: publicKeys, required: false };
  return { texts: [existsSync(given) ? readFileSync(given, 'utf8') : given], required: true };
}

function shownOf(found: Verification): View {
  const { published, findings } = found;
  const name = nameOf(found);
  const checks = plain(checkTable(found));
  if (findings.length === 0 && published)
    return { headline: `${name} ${isKnown(found) ? itself : onlyItself}`, tables: [checks] };
  if (findings.length === 0) return { headline: `${name} ${onlyRecords}`, tables: [checks] };
  const rows = findings.map((one) => ({ sentence: `${formatProblem(one)}.` }));
  const naming = { name: 'findings', title: 'Findings' };
  const text = textTable({ ...naming, labels: { sentence: 'What was found' }, rows });
  const count = findings.length === 1 ? 'one finding' : `${findings.length} findings`;
  return {
    headline: `${name} ${published ? 'is not what was published' : 'is not valid'}: ${count}.`,
    tables: [{ ...plain({ ...problemTable(findings), ...naming }), text }, checks],
  };
}

/** Whether the files were compared with what this program has registered of the version. */
function isKnown({ checks, location }: Verification): boolean {
  return checks.some(({ check, checked }) => check === 'release' && checked > 0) || !existsSync(location);
}

const itself = 'is what was published.';

const onlyItself =
  'fits together: its checksums, records, CSV and statistics agree. This program has no register of that version, so whether all of it was made anew is not known; compare its SHA-256 with one from another source.';

const onlyRecords =
  'is a folder of records, and each of them is valid. It has no checksums and no published statistics to compare them with.';

/** The location with the dataset in it; one in memory is called after its dataset. */
function nameOf({ location, dataset }: Verification): string {
  const name = dataset === null ? location : `${dataset.name} ${dataset.version}`;
  return name === location ? location : `${location}, ${name},`;
}

function checkTable({ checks }: Verification): Table {
  const table = textTable({ name: 'checks', title: 'Checks', labels: { check: 'Check' }, rows: checks });
  const counts = [
    { key: 'checked', label: 'Looked at', kind: 'count' as const },
    { key: 'findings', label: 'Findings', kind: 'count' as const },
  ];
  const open = checks.flatMap(({ check, unchecked }) => (unchecked === null ? [] : [`${check}: ${unchecked}`]));
  const note = open.length === 0 ? null : `Not checked: ${open.join('; ')}.`;
  return { ...table, columns: [...table.columns, ...counts], note };
}
