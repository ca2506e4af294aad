import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isSignedBy, readPublicKey, readSignature } from '../src/verify/minisign.ts';
import { signatureFindings } from '../src/verify/signature-findings.ts';

/** Made by minisign 0.11; signed.minisig is over the hash, signed-legacy.minisig over the file itself. */
const made = (name: string) => readFileSync(fileURLToPath(new URL(`signed/${name}`, import.meta.url)));
const content = made('SHA256SUMS');
const keyText = made('release.pub').toString();
const key = readPublicKey(keyText);

describe.each(['signed.minisig', 'signed-legacy.minisig'])('%s', (name) => {
  const signature = readSignature(made(name).toString());
  if (signature === null || key === null) throw new Error('The fixtures cannot be read.');

  it('is the signature of its file by its key', () => {
    expect(isSignedBy(key, signature, content)).toBe(true);
  });

  it('is none after a bit of the file, of the signature or of its comment has changed', () => {
    const changed = (bytes: Uint8Array) => Buffer.from(bytes).fill((bytes[3] ?? 0) ^ 1, 3, 4);
    expect(isSignedBy(key, signature, changed(content))).toBe(false);
    expect(isSignedBy(key, { ...signature, of_file: changed(signature.of_file) }, content)).toBe(false);
    expect(isSignedBy(key, { ...signature, of_comment: changed(signature.of_comment) }, content)).toBe(false);
    expect(isSignedBy(key, { ...signature, comment: `${signature.comment}!` }, content)).toBe(false);
  });
});

it('shows the id of a key as minisign does', () => {
  expect(key?.id).toBe(/public key ([0-9A-F]+)/.exec(keyText)?.[1]?.padStart(16, '0'));
});

/** A pair of keys, and what minisign would write with them. */
function signer() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const id = Buffer.from('0102030405060708', 'hex');
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(12);
  const signed = (text: Uint8Array) => {
    const of_file = sign(null, createHash('blake2b512').update(text).digest(), privateKey);
    const of_comment = sign(null, Buffer.concat([of_file, Buffer.from('a comment')]), privateKey);
    const first = Buffer.concat([Buffer.from('ED'), id, of_file]).toString('base64');
    return Buffer.from(
      `untrusted comment: x\n${first}\ntrusted comment: a comment\n${of_comment.toString('base64')}\n`,
    );
  };
  return { text: Buffer.concat([Buffer.from('Ed'), id, raw]).toString('base64'), signed };
}

describe('the signatures of a package', () => {
  const { text, signed } = signer();
  const files = new Map<string, Uint8Array>([
    ['SHA256SUMS', content],
    ['SHA256SUMS.minisig', signed(content)],
  ]);
  const unsigned = new Map([...files].slice(0, 1));
  const sentences = (given: Map<string, Uint8Array>, texts: string[], required = false) =>
    signatureFindings(given, { texts, required }).findings.map(({ value, expected }) => `${value}; ${expected}`);

  it('are checked by the key that is known', () => {
    expect(signatureFindings(files, { texts: [text], required: true })).toMatchObject({ checked: 1, findings: [] });
  });

  it('are said not to be checked where no key is known, or there are none', () => {
    const without = signatureFindings(files, { texts: [], required: false });
    expect([without.checked, without.unchecked]).toEqual([
      0,
      'the package carries one, and no public key is known to check it with; --public-key gives one',
    ]);
    const none = signatureFindings(unsigned, { texts: [text], required: false });
    expect([none.checked, none.unchecked, none.findings]).toEqual([0, 'the package carries none', []]);
  });

  it('are asked for by whoever gives a key', () => {
    expect(sentences(unsigned, [text], true)).toEqual(['missing; a signature by 0807060504030201']);
  });

  it('are refused by another key, over another file, and where they are none', () => {
    expect(sentences(files, [keyText])).toEqual([
      `by the key 0807060504030201; a signature of SHA256SUMS by ${key?.id ?? ''}`,
    ]);
    const other = new Map(files).set('SHA256SUMS', Buffer.from('other'));
    expect(sentences(other, [text])).toEqual([
      'not the signature of this file; a signature of SHA256SUMS by 0807060504030201',
    ]);
    const broken = new Map(files).set('SHA256SUMS.minisig', Buffer.from('x\ny\nz\n'));
    expect(sentences(broken, [text])).toEqual(['no signature; one of minisign']);
  });

  it('need a key that is one', () => {
    expect(() => signatureFindings(files, { texts: ['RWQ'], required: true })).toThrow(
      '"RWQ" is no public key; expected one of minisign.',
    );
  });
});
