import { checksumsFile } from '../derived/metadata/files.ts';
import type { LocationFiles } from '../locations/read-location.ts';
import { LocationError } from '../location-error.ts';
import { aboutFile, type CheckOutcome, type VerifyFinding } from './finding.ts';
import { isSignedBy, readPublicKey, readSignature, type PublicKey } from './minisign.ts';

/** What a signature of minisign adds to the name of the file that it is about. */
export const signatureSuffix = '.minisig';

/** Public keys as texts of minisign, and whether a package without a signature of one of them is refused. */
export interface Keys {
  readonly texts: readonly string[];
  readonly required: boolean;
}

/**
 * Checks the signatures of the lists of checksums, which stand for every file that they list. A signature by a key that is
 * not known proves nothing, and is said not to be checked.
 *
 * @throws LocationError where a text is no public key of minisign
 */
export function signatureFindings(files: LocationFiles, { texts, required }: Keys): CheckOutcome {
  const keys = texts.map(keyOf);
  const lists = ['', 'dist/files/'].map((folder) => `${folder}${checksumsFile}`).filter((list) => files.has(list));
  const signed = lists.filter((list) => files.has(`${list}${signatureSuffix}`));
  if (keys.length === 0)
    return { checked: 0, findings: [], unchecked: signed.length === 0 ? 'the package carries none' : noKey };
  const unsigned = required ? lists.filter((list) => !signed.includes(list)) : [];
  return {
    checked: signed.length,
    unchecked: 'the package carries none',
    findings: [
      ...unsigned.map((list) =>
        aboutFile('signature', `${list}${signatureSuffix}`, ['missing', `a signature by ${namesOf(keys)}`]),
      ),
      ...signed.flatMap((list) => signatureProblem(list, files, keys)),
    ],
  };
}

const noKey = 'the package carries one, and no public key is known to check it with; --public-key gives one';

function keyOf(text: string): PublicKey {
  const key = readPublicKey(text);
  if (key === null)
    throw new LocationError(`"${text.trim().slice(0, 60)}" is no public key; expected one of minisign.`);
  return key;
}

function namesOf(keys: readonly PublicKey[]): string {
  return keys.map(({ id }) => id).join(' or ');
}

function signatureProblem(list: string, files: LocationFiles, keys: readonly PublicKey[]): VerifyFinding[] {
  const file = `${list}${signatureSuffix}`;
  const signature = readSignature(new TextDecoder().decode(files.get(file)));
  const content = files.get(list) ?? new Uint8Array();
  if (signature === null) return [aboutFile('signature', file, ['no signature', 'one of minisign'])];
  if (keys.some((key) => isSignedBy(key, signature, content))) return [];
  const known = keys.some(({ id }) => id === signature.key_id);
  const value = known ? 'not the signature of this file' : `by the key ${signature.key_id}`;
  return [aboutFile('signature', file, [value, `a signature of ${list} by ${namesOf(keys)}`])];
}
