import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';
import { compressed, encodings, type Encoding } from './host/compressors.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** An answer that is sent again and again: made once, compressed once for each encoding that is asked for. */
export interface KeptAnswer {
  readonly body: Bytes;
  readonly headers: Headers;
  /** A hash of the body, in hexadecimal digits. */
  readonly hash: string;
  /** Whether many ask for it: a page without a choice. */
  readonly isUsual: boolean;
  /** How it is sent in each encoding, once that was asked for. */
  readonly forms: Map<Encoding | null, Form | Promise<Form>>;
}

/** An answer in an encoding. */
interface Form {
  readonly body: Bytes;
  readonly headers: readonly string[];
  /** Those of the answer that nothing has changed. */
  readonly unchanged: readonly string[];
}

/** What a request says of the way to answer it. */
export interface Asked {
  readonly method: string;
  /** The headers Accept-Encoding and If-None-Match, empty where they are not given. */
  readonly accepted: string;
  readonly known: string;
}

/** An answer as a host sends it. */
export interface Reply {
  readonly status: number;
  /** Names and values in turn. */
  readonly headers: readonly string[];
  /** Null where nothing follows the headers. */
  readonly body: Bytes | null;
}

/** What gains from it; other pictures are small as they are. */
const compressible = /^(text\/|application\/(json|xml|atom\+xml|speculationrules\+json)|image\/svg)/;
/** Below this size, compressing costs more than it saves. */
const smallest = 1_024;
/** A compressed answer is a third of its own size at most, and there are two; headers add some. */
const share = 1.7;

/** Takes over what the server made. */
export async function keptAnswer(response: Response, isUsual: boolean): Promise<KeptAnswer> {
  const body = new Uint8Array(await response.arrayBuffer());
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
  const hash = [...digest.slice(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { body, headers: new Headers(response.headers), hash, isUsual, forms: new Map() };
}

/** Bytes that an answer holds in memory, at most. */
export function sizeOf({ body }: KeptAnswer): number {
  return Math.ceil(share * body.length) + 2_048;
}

/** An answer as the request takes it, or that the reader has it; at once where it was sent in this way before. */
export function replyOf({ method, accepted, known }: Asked, answer: KeptAnswer): Reply | Promise<Reply> {
  const reply = ({ body, headers, unchanged }: Form): Reply =>
    isKnown(known, answer.hash)
      ? { status: 304, headers: unchanged, body: null }
      : { status: 200, headers, body: method === 'HEAD' ? null : body };
  const form = formOf(answer, encodingFor(accepted, answer));
  return form instanceof Promise ? form.then(reply) : reply(form);
}

function formOf(answer: KeptAnswer, encoding: Encoding | null): Form | Promise<Form> {
  const { body, isUsual, forms } = answer;
  const made = forms.get(encoding);
  if (made !== undefined) return made;
  const keep = (bytes: Bytes) => {
    const form = inEncoding(answer, encoding, bytes);
    forms.set(encoding, form);
    return form;
  };
  if (encoding === null) return keep(body);
  const making = compressed(body, encoding, isUsual).then(keep);
  forms.set(encoding, making);
  return making;
}

function inEncoding(answer: KeptAnswer, encoding: Encoding | null, body: Bytes): Form {
  const headers = new Headers(answer.headers);
  // Each encoding has a tag of its own: it names bytes.
  headers.set('etag', `"${answer.hash}${encoding === null ? '' : `-${encoding}`}"`);
  if (isCompressible(answer)) headers.append('vary', 'accept-encoding');
  const unchanged = [...headers].flat();
  if (encoding !== null) headers.set('content-encoding', encoding);
  headers.set('content-length', String(body.length));
  return { body, headers: [...headers].flat(), unchanged };
}

function isCompressible({ body, headers }: KeptAnswer): boolean {
  return body.length >= smallest && compressible.test(headers.get('content-type') ?? '');
}

/** Readers send few different headers; what they mean is read once. */
const meanings = new LRUCache<string, Encoding | 'none'>({ max: 256 });

function encodingFor(accepted: string, answer: KeptAnswer): Encoding | null {
  if (accepted === '' || !isCompressible(answer)) return null;
  const meaning = meanings.get(accepted) ?? meaningOf(accepted);
  meanings.set(accepted, meaning);
  return meaning === 'none' ? null : meaning;
}

function meaningOf(accepted: string): Encoding | 'none' {
  const asked = new Negotiator({ headers: { 'accept-encoding': accepted } }).encodings([...encodings, 'identity']);
  // What a reader takes equally well is sent in the fewest bytes.
  return encodings.find((encoding) => asked.includes(encoding)) ?? 'none';
}

/** Whether a reader has these bytes, in any encoding. */
function isKnown(given: string, hash: string): boolean {
  if (given === '') return false;
  const tags = given.split(',').map((tag) => tag.trim());
  return tags.some((tag) => tag === '*' || /^(?:W\/)?"([0-9a-f]+)(?:-\w+)?"$/.exec(tag)?.[1] === hash);
}
