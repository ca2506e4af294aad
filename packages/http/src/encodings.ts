import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';

/** Bytes in memory of their own. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Content codings that are made, the one with the fewest bytes first. */
export const encodings = ['br', 'gzip'] as const;

/** A content coding. */
export type Encoding = (typeof encodings)[number];

/** How hard to compress: while somebody waits for it, or as far as it goes, for what many ask for. */
export type Effort = 'quick' | 'best';

/** What a host brings along for answers. */
export interface Encoders {
  /** Turn bytes into fewer; an encoding without one is not offered. */
  readonly compressors: Readonly<Partial<Record<Encoding, (bytes: Bytes, effort: Effort) => Promise<Bytes>>>>;
  /** The SHA-256 of bytes in 64 hexadecimal digits. */
  readonly digest: (bytes: Bytes) => string | Promise<string>;
}

/** What every runtime has: gzip and SHA-256 by the interfaces of the web. */
export const webEncoders: Encoders = {
  compressors: {
    gzip: async (bytes) => {
      const stream = new Response(bytes).body?.pipeThrough(new CompressionStream('gzip'));
      return new Uint8Array(await new Response(stream).arrayBuffer());
    },
  },
  digest: async (bytes) => {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  },
};

/** Clients send few different headers; what they mean is read once. */
const known = new LRUCache<string, readonly string[]>({ max: 256 });

/**
 * The encoding in which a client gets an answer: the first of those offered that it takes, undefined for the bytes as they
 * are.
 *
 * @param header - Accept-Encoding
 */
export function encodingFor(header: string | undefined, offered: readonly Encoding[]): Encoding | undefined {
  if (header === undefined || header === '' || offered.length === 0) return undefined;
  const accepted = known.get(header) ?? acceptedBy(header);
  known.set(header, accepted);
  return offered.find((encoding) => accepted.includes(encoding));
}

function acceptedBy(header: string): readonly string[] {
  return new Negotiator({ headers: { 'accept-encoding': header } }).encodings([...encodings, 'identity']);
}
