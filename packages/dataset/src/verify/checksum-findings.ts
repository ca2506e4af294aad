import { checksumsFile } from '../derived/metadata/files.ts';
import { sha256Of } from '../derived/metadata/description.ts';
import type { LocationFiles } from '../locations/read-location.ts';
import { decoded } from '../read-text.ts';
import { aboutFile, type CheckOutcome, type VerifyFinding } from './finding.ts';
import { signatureSuffix } from './signature-findings.ts';

/** Folders that hold nothing but what is listed. */
const whole = /^(data|csv|reference|dist\/files)\//;

/** A list of checksums and its signature stand in no list. */
const ofLists = new RegExp(`/${checksumsFile}(${signatureSuffix.replace('.', '[.]')})?$`);

/** Compares every file with the checksums of its folder; one that is altered, missing or not listed is found. */
export function checksumFindings(files: LocationFiles): CheckOutcome {
  const lists = ['', 'dist/files/'].filter((folder) => folder === '' || has(files, folder));
  const sums = new Map(lists.flatMap((folder) => listed(files, folder)));
  const unlisted = [...files.keys()].filter((path) => whole.test(path) && !ofLists.test(path) && !sums.has(path));
  return {
    checked: sums.size,
    findings: [
      ...lists.flatMap((folder) => listProblem(files, folder)),
      ...[...sums].flatMap(([path, sum]) => altered(path, sum, files.get(path))),
      ...unlisted.map((path) => aboutFile('checksums', path, ['not listed', `a line in ${checksumsFile}`])),
    ],
  };
}

const line = /^([0-9a-f]{64}) {2}(.+)$/;

function has(files: LocationFiles, folder: string): boolean {
  return [...files.keys()].some((path) => path.startsWith(folder));
}

function linesOf(files: LocationFiles, folder: string): string[] {
  const content = files.get(`${folder}${checksumsFile}`);
  if (content === undefined) return [];
  return new TextDecoder().decode(content).split('\n').filter(Boolean);
}

function listed(files: LocationFiles, folder: string): [path: string, sum: string][] {
  return linesOf(files, folder).flatMap((text): [string, string][] => {
    const [, sum, path] = line.exec(text) ?? [];
    return sum === undefined || path === undefined ? [] : [[`${folder}${path}`, sum]];
  });
}

function listProblem(files: LocationFiles, folder: string): VerifyFinding[] {
  const file = `${folder}${checksumsFile}`;
  if (!files.has(file)) return [aboutFile('checksums', file, ['missing', 'the checksums of the files'])];
  const broken = linesOf(files, folder).filter((text) => !line.test(text));
  return broken.length === 0
    ? []
    : [aboutFile('checksums', file, ['not a list of checksums', 'a SHA-256, two spaces and a path in each line'])];
}

function altered(path: string, sum: string, content: Uint8Array | undefined): VerifyFinding[] {
  if (content === undefined)
    return [aboutFile('checksums', path, ['missing', `a file, since ${checksumsFile} lists it`])];
  const found = sha256Of(content);
  if (found === sum) return [];
  const shown = (hash: string) => `${hash.slice(0, 12)}…`;
  return [
    aboutFile('checksums', path, [`altered: its SHA-256 is ${shown(found)}`, `${shown(sum)} of ${checksumsFile}`]),
  ];
}

/** The text of a file, or null where it is missing or not UTF-8. */
export function textOf(files: LocationFiles, path: string): string | null {
  const content = files.get(path);
  try {
    return content === undefined ? null : decoded(content);
  } catch {
    return null;
  }
}
