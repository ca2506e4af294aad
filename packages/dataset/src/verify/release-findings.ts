import { sha256Of } from '../derived/metadata/description.ts';
import type { LocationFiles } from '../locations/read-location.ts';
import { aboutFile, type CheckOutcome, type VerifyFinding } from './finding.ts';

/** The SHA-256 of every file of a published package by its path, by version. */
export type Registered = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What packing writes anew on the machine of whoever packs, what was never part of a package, and what is signed later. */
const unregistered = /^(package\.json|CHANGELOG\.md|node_modules\/|\.turbo\/)|\/SHA256SUMS\.minisig$/;

/**
 * Compares the files of a package with those that were published as its version. The register stands in the program, not
 * in the package, so that checksums made anew with the altered files convince nobody. Of a version that is not registered
 * nothing is known, and nothing is looked at.
 */
export function releaseFindings(files: LocationFiles, version: string, registered: Registered): CheckOutcome {
  const hashes = registered[version] ?? {};
  // The ZIP of a version holds a part of its package, under the same paths.
  const isWhole = files.has('package.json');
  const published = Object.entries(hashes).filter(([path]) => isWhole || files.has(path));
  return {
    checked: published.length,
    findings: [
      ...published.flatMap(([path, hash]) => altered(path, hash, files.get(path))),
      ...(isWhole ? [...files.keys()].flatMap((path) => added(path, hashes, version)) : []),
    ],
  };
}

function altered(path: string, hash: string, content: Uint8Array | undefined): VerifyFinding[] {
  if (content === undefined) return [aboutFile('release', path, ['missing', 'the file that was published'])];
  const found = sha256Of(content);
  if (found === hash) return [];
  const shown = (one: string) => `${one.slice(0, 12)}…`;
  return [
    aboutFile('release', path, [
      `not what was published: its SHA-256 is ${shown(found)}`,
      `${shown(hash)}, as this program has registered it`,
    ]),
  ];
}

/** A file at the top or in a folder of the package that was not published with it. */
function added(path: string, hashes: Readonly<Record<string, string>>, version: string): VerifyFinding[] {
  const folder = path.includes('/') ? path.slice(0, path.indexOf('/') + 1) : '';
  const isOurs = folder !== '' && Object.keys(hashes).some((one) => one.startsWith(folder));
  if (!isOurs || path in hashes || unregistered.test(path)) return [];
  return [aboutFile('release', path, [`no file of version ${version}`, 'only what was published'])];
}
