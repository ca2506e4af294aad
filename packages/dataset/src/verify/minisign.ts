import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto';

/** A public key as minisign writes it. */
export interface PublicKey {
  /** Eight bytes that a signature names its key by, as sixteen capital hexadecimal digits. */
  readonly id: string;
  readonly key: KeyObject;
}

/** What DER writes before the 32 bytes of an Ed25519 key. */
const beforeKey = Buffer.from('302a300506032b6570032100', 'hex');

/**
 * Reads a public key of minisign: its one line, or the file with the comment above it.
 *
 * Format: https://jedisct1.github.io/minisign/#public-key-format
 *
 * @returns null where it is none
 * @example
 * readPublicKey('no key') // => null
 */
export function readPublicKey(text: string): PublicKey | null {
  const bytes = Buffer.from(text.trim().split('\n').at(-1) ?? '', 'base64');
  if (bytes.length !== 42 || bytes.toString('latin1', 0, 2) !== 'Ed') return null;
  const der = Buffer.concat([beforeKey, bytes.subarray(10)]);
  return { id: keyId(bytes.subarray(2, 10)), key: createPublicKey({ key: der, format: 'der', type: 'spki' }) };
}

/** A signature file of minisign, taken apart. */
export interface Signature {
  /** The id of the key that it names. */
  readonly key_id: string;
  /** What the signer says with it; signed as well. */
  readonly comment: string;
  /** Whether the hash of the file is signed, as minisign does since version 0.6, or the file itself. */
  readonly of_hash: boolean;
  readonly of_file: Buffer;
  readonly of_comment: Buffer;
}

/**
 * Reads a signature file of minisign.
 *
 * Format: https://jedisct1.github.io/minisign/#signature-format
 *
 * @returns null where it is none
 * @example
 * readSignature('no signature') // => null
 */
export function readSignature(text: string): Signature | null {
  const [, first = '', trusted = '', second = ''] = text.split('\n');
  const bytes = Buffer.from(first, 'base64');
  const of_comment = Buffer.from(second, 'base64');
  const [, comment] = /^trusted comment: (.*)$/.exec(trusted) ?? [];
  const algorithm = bytes.toString('latin1', 0, 2);
  const whole = bytes.length === 74 && of_comment.length === 64 && /^E[dD]$/.test(algorithm);
  if (!whole || comment === undefined) return null;
  const of_hash = algorithm === 'ED';
  return { key_id: keyId(bytes.subarray(2, 10)), comment, of_hash, of_file: bytes.subarray(10), of_comment };
}

/**
 * Whether a signature is that of a key over a content, and its comment too.
 *
 * Method: Ed25519 (RFC 8032) over the content or its BLAKE2b-512, then over the signature with its comment.
 *
 * @example
 * typeof isSignedBy // => 'function'
 */
export function isSignedBy({ id, key }: PublicKey, signature: Signature, content: Uint8Array): boolean {
  const { key_id, comment, of_hash, of_file, of_comment } = signature;
  const signed = of_hash ? createHash('blake2b512').update(content).digest() : content;
  const withComment = Buffer.concat([of_file, Buffer.from(comment)]);
  return id === key_id && verify(null, signed, key, of_file) && verify(null, withComment, key, of_comment);
}

/** minisign shows the eight bytes as one number, the last byte first. */
function keyId(bytes: Buffer): string {
  return Buffer.from(bytes).reverse().toString('hex').toUpperCase();
}
