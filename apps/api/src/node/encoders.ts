import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Encoders } from '../cache/entry.ts';

const [gzipOf, brotliOf] = [promisify(gzip), promisify(brotliCompress)];

/** Each answer is compressed once and sent many times, but a client waits for it: quality 6 of 11 is fast and small. */
const brotliQuality = 6;

/** What Node brings along: its compressors run beside the event loop, its digest of an answer is done sooner than handed over. */
export const encoders: Encoders = {
  compressors: {
    gzip: async (bytes) => new Uint8Array(await gzipOf(bytes)),
    br: async (bytes) =>
      new Uint8Array(
        await brotliOf(bytes, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: brotliQuality,
            [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
          },
        }),
      ),
  },
  digest: (bytes) => hash('sha256', bytes, 'hex'),
};
