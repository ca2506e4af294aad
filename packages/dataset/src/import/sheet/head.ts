import { LocationError } from '../../location-error.ts';

/** A file that comes in pieces. */
export interface Source {
  /** What to call it in a problem. */
  readonly name: string;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** A file whose first bytes are known. */
export interface Begun {
  readonly name: string;
  readonly head: Uint8Array;
  /** What comes after the head. */
  readonly rest: AsyncIterable<Uint8Array>;
}

/** What is held at once at most; more is refused while it is read, not after it has filled the memory. */
export const importLimits = {
  /** Bytes of a workbook, which is read as a whole, and of a table whose records are one file each. */
  bytes: 64 * 1024 * 1024,
  /** Rows of a table whose records are one file each. */
  rows: 50_000,
  /** Characters of one row. */
  row_characters: 1_000_000,
} as const;

/** Enough to tell an encoding, a delimiter and a header by. */
const enough = 256 * 1024;

/** Reads the begin of a file; the whole of a small one. */
export async function readHead({ name, chunks }: Source): Promise<Begun> {
  const pieces: Uint8Array[] = [];
  const iterator = chunks[Symbol.asyncIterator]();
  let bytes = 0;
  let next = await iterator.next();
  while (next.done !== true) {
    pieces.push(next.value);
    bytes += next.value.byteLength;
    if (bytes >= enough) break;
    next = await iterator.next();
  }
  return { name, head: joined(pieces), rest: { [Symbol.asyncIterator]: () => iterator } };
}

/**
 * All bytes of a file.
 *
 * @throws LocationError where they are more than `importLimits` allows
 */
export async function wholeOf({ name, head, rest }: Begun): Promise<Uint8Array> {
  const pieces = [head];
  let bytes = head.byteLength;
  for await (const chunk of rest) {
    bytes += chunk.byteLength;
    if (bytes > importLimits.bytes)
      throw new LocationError(
        `${name} is a workbook of more than ${mebibytes(importLimits.bytes)}; expected at most so much, or a CSV of any size.`,
      );
    pieces.push(chunk);
  }
  return joined(pieces);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const [only] = pieces;
  return pieces.length === 1 && only !== undefined ? only : Uint8Array.from(Buffer.concat(pieces));
}

/** Bytes in the unit of limits. */
export function mebibytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MiB`;
}
