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
  readonly encoded: Map<Encoding, Promise<Bytes>>;
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
  return { body, headers: new Headers(response.headers), hash, isUsual, encoded: new Map() };
}

/** Bytes that an answer holds in memory, at most. */
export function sizeOf({ body }: KeptAnswer): number {
  return Math.ceil(share * body.length) + 2_048;
}

/** Sends an answer as the request takes it, or says that the reader has it. */
export async function sent(request: Request, answer: KeptAnswer): Promise<Response> {
  const encoding = encodingFor(request, answer);
  const headers = new Headers(answer.headers);
  // Each encoding has a tag of its own: it names bytes.
  headers.set('etag', `"${answer.hash}${encoding === null ? '' : `-${encoding}`}"`);
  if (isCompressible(answer)) headers.append('vary', 'accept-encoding');
  if (isKnown(request, answer.hash)) return new Response(null, { status: 304, headers });
  const body = encoding === null ? answer.body : await inEncoding(answer, encoding);
  if (encoding !== null) headers.set('content-encoding', encoding);
  headers.set('content-length', String(body.length));
  return new Response(request.method === 'HEAD' ? null : body, { headers });
}

function isCompressible({ body, headers }: KeptAnswer): boolean {
  return body.length >= smallest && compressible.test(headers.get('content-type') ?? '');
}

function encodingFor(request: Request, answer: KeptAnswer): Encoding | null {
  const accepted = request.headers.get('accept-encoding') ?? '';
  if (accepted === '' || !isCompressible(answer)) return null;
  const asked = new Negotiator({ headers: { 'accept-encoding': accepted } }).encodings([...encodings, 'identity']);
  // What a reader takes equally well is sent in the fewest bytes.
  return encodings.find((encoding) => asked.includes(encoding)) ?? null;
}

function inEncoding({ body, isUsual, encoded }: KeptAnswer, encoding: Encoding): Promise<Bytes> {
  const known = encoded.get(encoding) ?? compressed(body, encoding, isUsual);
  encoded.set(encoding, known);
  return known;
}

/** Whether a reader has these bytes, in any encoding. */
function isKnown(request: Request, hash: string): boolean {
  const tags = (request.headers.get('if-none-match') ?? '').split(',').map((tag) => tag.trim());
  return tags.some((tag) => tag === '*' || /^(?:W\/)?"([0-9a-f]+)(?:-\w+)?"$/.exec(tag)?.[1] === hash);
}
