import { encodings, type Bytes, type Effort, type Encoders, type Encoding } from './encodings.ts';

/** What an entry is made of. */
export interface Content {
  readonly body: string | Bytes;
  /** Headers that belong to the content, such as its type, by their names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  /** How hard to compress it; `quick` where not given. */
  readonly effort?: Effort;
}

/** An answer as it goes over the wire: serialised once, compressed once for each encoding that was asked for. */
export interface Entry {
  /** Its key in the cache; empty where it is not kept. */
  readonly key: string;
  readonly bytes: Bytes;
  /** SHA-256 of the bytes in hexadecimal digits. */
  readonly sha256: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly effort: Effort;
  /** Those in which it is offered; none where compressing gains nothing. */
  readonly encodings: readonly Encoding[];
  readonly encoded: Map<Encoding, Bytes | Promise<Bytes>>;
  /** Headers as they are sent, by the Cache-Control that is added and, below it, by the encoding. */
  readonly heads: Map<string | undefined, Map<Encoding | undefined, Head>>;
}

/** The headers of an answer, made once: names and values in turn. */
export interface Head {
  readonly etag: string;
  /** The length comes first, where a part of the bytes puts its own. */
  readonly headers: readonly string[];
  /** Those of the answer that nothing has changed. */
  readonly unchanged: readonly string[];
}

/** Below this size, compressing costs more than it saves. */
const smallest = 1_024;

/** What gains from it; other files and pictures are small as they are. */
const compressibleType = /^(text\/|application\/([\w.+-]+\+)?(json|xml|x-ndjson|vnd\.sqlite3)\b|image\/svg)/;

/** Makes an entry of a content. */
export async function entryOf(key: string, content: Content, { compressors, digest }: Encoders): Promise<Entry> {
  const { body, headers, effort = 'quick' } = content;
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const compressible = bytes.length >= smallest && compressibleType.test(headers['content-type'] ?? '');
  return {
    key,
    bytes,
    sha256: await digest(bytes),
    headers,
    effort,
    encodings: compressible ? encodings.filter((encoding) => compressors[encoding] !== undefined) : [],
    encoded: new Map(),
    heads: new Map(),
  };
}

/** Bytes that an entry holds in memory, about. */
export function sizeOf({ bytes, headers, encoded }: Entry): number {
  const compressed = [...encoded.values()].reduce((sum, made) => sum + (made instanceof Promise ? 0 : made.length), 0);
  // The headers as they are sent add about as much for each way to send them.
  return bytes.length + compressed + 4_096 + 2 * JSON.stringify(headers).length;
}
