import { encodingFor, type Bytes, type Encoding } from './encodings.ts';
import type { Entry, Head } from './entry.ts';
import { rangeOf, rangeRefusal, type ByteRange } from './range.ts';
import type { RequestHead } from './request-head.ts';

/** An answer as a host sends it. */
export interface Reply {
  readonly status: number;
  /** Names and values in turn, which Node writes faster than a record of them. */
  readonly headers: readonly string[];
  /** Null where nothing follows the headers. */
  readonly body: Bytes | null;
}

/** How an entry is to be sent. */
interface Sending {
  /** Cache-Control, where it is not among the headers of the entry. */
  readonly cacheControl: string | undefined;
  /** Compresses an entry that was not compressed before. */
  readonly encode: (entry: Entry, encoding: Encoding) => Promise<Bytes>;
}

/**
 * An entry as a request asks for it: compressed where the client takes that, in part where it asks for that (206, or 416
 * where there is no such part), not at all where it has it (304) or asks for the headers alone (HEAD). It is there at once
 * where the entry was sent in this way before.
 */
export function replyTo(head: RequestHead, entry: Entry, { cacheControl, encode }: Sending): Reply | Promise<Reply> {
  // A range counts bytes of the answer as it is.
  const encoding =
    head.header('range') === undefined ? encodingFor(head.header('accept-encoding'), entry.encodings) : undefined;
  if (encoding === undefined) return replyWith(head, entry, { cacheControl, bytes: entry.bytes, encoding });
  const made = entry.encoded.get(encoding) ?? encode(entry, encoding);
  if (made instanceof Promise) return made.then((bytes) => replyWith(head, entry, { cacheControl, bytes, encoding }));
  return replyWith(head, entry, { cacheControl, bytes: made, encoding });
}

/** An answer in one encoding, or as it is. */
interface Form {
  readonly cacheControl: string | undefined;
  readonly bytes: Bytes;
  readonly encoding: Encoding | undefined;
}

function replyWith(head: RequestHead, entry: Entry, form: Form): Reply {
  const { bytes, encoding } = form;
  const { etag, headers, unchanged } = headOf(entry, form);
  if (matches(head.header('if-none-match'), etag)) return { status: 304, headers: unchanged, body: null };
  const range = encoding === undefined ? rangeOf(head, { etag, length: bytes.length }) : undefined;
  if (range !== undefined) return replyInPart(head, form, { range, headers });
  return { status: 200, headers, body: head.method === 'HEAD' ? null : bytes };
}

function replyInPart(
  { header }: RequestHead,
  { bytes }: Form,
  { range: { first, last }, headers: [, , ...others] }: { range: ByteRange; headers: readonly string[] },
): Reply {
  if (first > last) {
    const body = new TextEncoder().encode(`${rangeRefusal(header('range') ?? '', bytes.length)}\n`);
    const told = { 'content-type': 'text/plain; charset=utf-8', 'content-length': String(body.length) };
    return { status: 416, headers: headerList({ ...told, 'content-range': `bytes */${bytes.length}` }), body };
  }
  const told = {
    'content-length': String(last - first + 1),
    'content-range': `bytes ${first}-${last}/${bytes.length}`,
  };
  return { status: 206, headers: [...headerList(told), ...others], body: bytes.subarray(first, last + 1) };
}

/** Headers that tell of the bytes; where none are sent, they are left out (RFC 9110, 15.4.5). */
const ofBytes = new Set(['content-type', 'content-length', 'content-encoding']);

/** Everything of an answer but its bytes and what belongs to one request; made once for each way to send it. */
function headOf(entry: Entry, { cacheControl, bytes, encoding }: Form): Head {
  const made = entry.heads.get(cacheControl)?.get(encoding);
  if (made !== undefined) return made;
  // A strong ETag names these very bytes, so each encoding has its own.
  const etag = encoding === undefined ? `"${entry.sha256}"` : `"${entry.sha256}-${encoding}"`;
  const { 'content-type': type, vary } = entry.headers;
  const unchanged = {
    ...Object.fromEntries(Object.entries(entry.headers).filter(([name]) => !ofBytes.has(name))),
    ...(cacheControl !== undefined && { 'cache-control': cacheControl }),
    etag,
    ...(entry.encodings.length > 0 && { vary: withEncoding(vary) }),
  };
  const headers = {
    // The length comes first, where a part of the bytes puts its own.
    'content-length': String(bytes.length),
    ...(type !== undefined && { 'content-type': type }),
    ...(encoding !== undefined && { 'content-encoding': encoding }),
    ...unchanged,
  };
  const head = { etag, headers: headerList(headers), unchanged: headerList(unchanged) };
  const heads = entry.heads.get(cacheControl) ?? new Map<Encoding | undefined, Head>();
  entry.heads.set(cacheControl, heads.set(encoding, head));
  return head;
}

function withEncoding(vary: string | undefined): string {
  if (vary === undefined) return 'Accept-Encoding';
  return /\baccept-encoding\b/i.test(vary) ? vary : `${vary}, Accept-Encoding`;
}

/** Whether If-None-Match names an ETag; it compares weakly (RFC 9110, 13.1.2). */
function matches(given: string | undefined, etag: string): boolean {
  if (given === undefined) return false;
  return given.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag);
}

/**
 * Headers as they are sent: names and values in turn.
 *
 * @example
 * headerList({ allow: 'GET', vary: 'Accept' }) // => ['allow', 'GET', 'vary', 'Accept']
 */
export function headerList(headers: Readonly<Record<string, string>>): string[] {
  return Object.entries(headers).flat();
}

/**
 * The same headers by their names.
 *
 * @example
 * headerRecord(['allow', 'GET', 'vary', 'Accept']) // => { allow: 'GET', vary: 'Accept' }
 */
export function headerRecord(headers: readonly string[]): Record<string, string> {
  const record: Record<string, string> = {};
  for (let at = 0; at < headers.length; at += 2) record[headers[at] ?? ''] = headers[at + 1] ?? '';
  return record;
}

/** A reply as the Fetch API has it. */
export function responseOf({ status, headers, body }: Reply): Response {
  return new Response(body, { status, headers: headerRecord(headers) });
}
