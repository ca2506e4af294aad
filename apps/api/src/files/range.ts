import type { Visit } from '../answers/visit.ts';
import { HttpProblem } from '../problems/problem.ts';

/** Bytes of a file, from the first to the last. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/**
 * The part of a file that a request asks for (RFC 9110, 14.2). Anything but one range of bytes counts as asking for
 * the whole, as does a range of a file that has changed since.
 *
 * @throws HttpProblem `range-not-satisfiable` where the file has no such bytes
 */
export function rangeOf(visit: Visit, { etag, length }: { etag: string; length: number }): ByteRange | undefined {
  const [given, since] = [visit.header('range'), visit.header('if-range')];
  if (given === undefined || visit.method !== 'GET' || (since !== undefined && since !== etag)) return undefined;
  const range = readRange(given.trim(), length);
  if (range === undefined || range.first <= range.last) return range;
  const detail = `range is ${JSON.stringify(given)}; allowed is a range within 0-${length - 1}.`;
  throw new HttpProblem('range-not-satisfiable', { detail, headers: { 'content-range': `bytes */${length}` } });
}

/** One range of bytes; its first byte lies behind its last where the file is too short. */
function readRange(text: string, length: number): ByteRange | undefined {
  const end = length - 1;
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(text) ?? [];
  if (from !== undefined) {
    const last = to === undefined || to === '' ? end : Number(to);
    return last < Number(from) && last !== end ? undefined : { first: Number(from), last: Math.min(last, end) };
  }
  const [, size] = /^bytes=-(\d+)$/.exec(text) ?? [];
  return size === undefined ? undefined : { first: Math.max(0, length - Number(size)), last: end };
}
