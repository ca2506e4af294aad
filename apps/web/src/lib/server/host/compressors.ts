import { brotliCompress, constants, gzip } from 'node:zlib';

/** Encodings in which answers are sent, the better one first. */
export const encodings = ['br', 'gzip'] as const;

/** An encoding of an answer. */
export type Encoding = (typeof encodings)[number];

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * Compresses an answer beside the running server.
 *
 * @param isBest - whether the fewest bytes are worth the time: what many readers ask for, compressed once
 */
export function compressed(bytes: Bytes, encoding: Encoding, isBest: boolean): Promise<Bytes> {
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, result: Uint8Array) => {
      if (error === null) resolve(new Uint8Array(result));
      else reject(error);
    };
    if (encoding === 'gzip') gzip(bytes, { level: isBest ? 9 : 6 }, done);
    else brotliCompress(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: isBest ? 11 : 4 } }, done);
  });
}
