import type { Policy } from './policy.ts';

/** Encodings of content that the server makes, the better one first. */
export const encodings = ['br', 'gzip'] as const;

/** An encoding of content. */
export type Encoding = (typeof encodings)[number];

/** Turns bytes into fewer. */
export type Compressors = Partial<
  Record<Encoding, (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>>
>;

/** The SHA-256 of bytes in hexadecimal digits. */
export type Digest = (bytes: Uint8Array<ArrayBuffer>) => string | Promise<string>;

/** What a host brings along for answers. */
export interface Encoders {
  readonly compressors: Compressors;
  readonly digest: Digest;
}

/** An answer as it goes over the wire: serialised once, compressed once for each encoding that was asked for. */
export interface Entry {
  /** Its key in the cache. */
  readonly key: string;
  /** What the answer is of, in words for the log and the metrics. */
  readonly route: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** SHA-256 of the bytes in hexadecimal digits. */
  readonly sha256: string;
  /** Headers that belong to the content, such as its type. */
  readonly headers: Readonly<Record<string, string>>;
  /** Whether it is worth compressing. */
  readonly compressible: boolean;
  readonly encoded: Map<Encoding, Uint8Array<ArrayBuffer>>;
  /** Headers as they are sent, for each policy and, below it, for each encoding. */
  readonly heads: Map<Policy, Map<Encoding | 'identity', Head>>;
}

/** The headers of an answer, made once: names and values in turn. */
export interface Head {
  readonly etag: string;
  readonly headers: readonly string[];
  /** Those of the answer that nothing has changed. */
  readonly unchanged: readonly string[];
}

/** What an entry is made of. */
export interface Content {
  readonly route: string;
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}

/** Below this size, compressing costs more than it saves. */
const smallest = 1_024;

const compressibleType = /^(text\/|application\/([\w.+-]+\+)?(json|x-ndjson|vnd\.sqlite3)\b|image\/svg)/;

/** Makes an entry of a content. */
export async function entryOf(key: string, { route, body, headers }: Content, digest: Digest): Promise<Entry> {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const compressible = bytes.length >= smallest && compressibleType.test(headers['content-type'] ?? '');
  return {
    key,
    route,
    bytes,
    sha256: await digest(bytes),
    headers,
    compressible,
    encoded: new Map(),
    heads: new Map(),
  };
}

/** Bytes that an entry holds in memory, about. */
export function sizeOf({ bytes, headers, encoded }: Entry): number {
  const compressed = [...encoded.values()].reduce((sum, { length }) => sum + length, 0);
  // The headers as they are sent add about as much for each way to send them.
  return bytes.length + compressed + 4_096 + 2 * JSON.stringify(headers).length;
}
