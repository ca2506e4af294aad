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

/** What an import takes at most; more is refused while it is read, not after it has filled the memory. */
export const importLimits = {
  /** Bytes of the file. */
  bytes: 64 * 1024 * 1024,
  /** Rows below the header. */
  rows: 50_000,
  /** Characters of one row. */
  row_characters: 1_000_000,
} as const;

/** Enough to tell an encoding, a delimiter and a header by. */
const enough = 256 * 1024;

/** Reads the begin of a file; the whole of a small one. */
export async function readHead({ name, chunks }: Source): Promise<Begun> {
  const pieces: Uint8Array[] = [];
  const iterator = counted(name, chunks)[Symbol.asyncIterator]();
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

async function* counted(name: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.byteLength;
    if (bytes > importLimits.bytes) throw new LocationError(tooLong(name));
    yield chunk;
  }
}

/** All bytes of a file. */
export async function wholeOf({ head, rest }: Begun): Promise<Uint8Array> {
  const pieces = [head];
  for await (const chunk of rest) pieces.push(chunk);
  return joined(pieces);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const [only] = pieces;
  return pieces.length === 1 && only !== undefined ? only : Uint8Array.from(Buffer.concat(pieces));
}

/** The sentence about a file that is too long. */
export function tooLong(name: string): string {
  return `${name} is longer than ${importLimits.bytes / 1024 / 1024} MiB; expected at most so much, so split it.`;
}
