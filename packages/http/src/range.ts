import type { RequestHead } from './request-head.ts';

/** Bytes of an answer, from the first to the last. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/**
 * The part of an answer that a request asks for (RFC 9110, 14.2). Anything but one range of bytes counts as asking for the
 * whole, as does a range of what has changed since. The first byte lies behind the last where the answer is too short.
 *
 * @param etag - that of the whole answer
 * @param length - bytes of the whole answer
 */
export function rangeOf(
  { method, header }: Pick<RequestHead, 'method' | 'header'>,
  { etag, length }: { etag: string; length: number },
): ByteRange | undefined {
  const [given, since] = [header('range'), header('if-range')];
  if (given === undefined || method !== 'GET' || (since !== undefined && since !== etag)) return undefined;
  return readRange(given.trim(), length);
}

function readRange(text: string, length: number): ByteRange | undefined {
  const end = length - 1;
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(text) ?? [];
  if (from === '') return to === '' ? undefined : { first: Math.max(0, length - Number(to)), last: end };
  const last = to === '' ? end : Number(to);
  return last < Number(from) && last !== end ? undefined : { first: Number(from), last: Math.min(last, end) };
}

/**
 * The refusal of a range that an answer does not have.
 *
 * @example
 * rangeRefusal('bytes=99-', 10) // => 'range is "bytes=99-"; allowed is a range within 0-9.'
 */
export function rangeRefusal(given: string, length: number): string {
  return `range is ${JSON.stringify(given)}; allowed is a range within 0-${length - 1}.`;
}
