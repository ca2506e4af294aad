import { encodings, type Encoding, type Entry, type Head } from '../cache/entry.ts';
import { policies, type Policy } from '../cache/policy.ts';
import { acceptedEncodings } from '../formats/negotiate.ts';
import { rangeOf, type ByteRange } from '../files/range.ts';
import { fixedHeaders, signed } from './common-headers.ts';
import { headerList, type Reply } from './reply.ts';
import type { Visit } from './visit.ts';

/** How an entry is to be sent. */
export interface Sending {
  readonly policy: Policy;
  readonly visit: Visit;
  /** Compresses an entry that was not compressed before. */
  readonly encode: (entry: Entry, encoding: Encoding) => Promise<Uint8Array<ArrayBuffer>>;
}

/** Sends an entry: compressed where the client takes that, in part where it asks for that, not at all where it has it. */
export function respond(entry: Entry, sending: Sending): Reply | Promise<Reply> {
  const { visit, encode } = sending;
  const range = visit.header('range');
  const encoding = range === undefined && entry.compressible ? encodingFor(visit) : undefined;
  if (encoding === undefined) return sendBytes(entry, sending, { bytes: entry.bytes, encoding });
  const bytes = entry.encoded.get(encoding);
  if (bytes !== undefined) return sendBytes(entry, sending, { bytes, encoding });
  return encode(entry, encoding).then((made) => sendBytes(entry, sending, { bytes: made, encoding }));
}

function encodingFor(visit: Visit): Encoding | undefined {
  const accepted = acceptedEncodings(visit.header('accept-encoding'));
  return encodings.find((encoding) => accepted.includes(encoding));
}

interface Body {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly encoding: Encoding | undefined;
}

function sendBytes(entry: Entry, { policy, visit }: Sending, { bytes, encoding }: Body): Reply {
  const head = headOf(entry, policy, { bytes, encoding });
  if (matches(visit.header('if-none-match'), head.etag)) {
    return { status: 304, headers: signed(head.unchanged, visit), body: null };
  }
  const headers = signed(head.headers, visit);
  const range = encoding === undefined ? rangeOf(visit, { etag: head.etag, length: bytes.length }) : undefined;
  if (range !== undefined) return sendPart(bytes, range, headers);
  return { status: 200, headers, body: visit.method === 'HEAD' ? null : bytes };
}

function sendPart(bytes: Body['bytes'], { first, last }: ByteRange, [, , ...others]: readonly string[]): Reply {
  const length = String(last - first + 1);
  const headers = ['content-length', length, 'content-range', `bytes ${first}-${last}/${bytes.length}`, ...others];
  return { status: 206, headers, body: bytes.subarray(first, last + 1) };
}

/** Everything of an answer but its bytes and what belongs to one request; made once for each way to send it. */
function headOf(entry: Entry, policy: Policy, { bytes, encoding }: Body): Head {
  const made = entry.heads.get(policy)?.get(encoding ?? 'identity');
  if (made !== undefined) return made;
  // A strong ETag names these very bytes, so each encoding has its own.
  const etag = encoding === undefined ? `"${entry.sha256}"` : `"${entry.sha256}-${encoding}"`;
  const { 'content-type': type = '', ...others } = entry.headers;
  const unchanged = {
    ...fixedHeaders,
    'cache-control': policies[policy],
    etag,
    vary: 'Accept, Accept-Encoding',
    ...others,
  };
  const headers = {
    // The length comes first, where a part of the bytes puts its own.
    'content-length': String(bytes.length),
    'content-type': type,
    ...(encoding !== undefined && { 'content-encoding': encoding }),
    ...unchanged,
  };
  const head = { etag, headers: headerList(headers), unchanged: headerList(unchanged) };
  const heads = entry.heads.get(policy) ?? new Map<Encoding | 'identity', Head>();
  entry.heads.set(policy, heads.set(encoding ?? 'identity', head));
  return head;
}

/** Whether If-None-Match names an ETag; it compares weakly (RFC 9110, 13.1.2). */
function matches(given: string | undefined, etag: string): boolean {
  if (given === undefined) return false;
  return given.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag);
}
