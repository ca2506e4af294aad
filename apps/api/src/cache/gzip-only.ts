import type { Compressors } from './entry.ts';

/** The compressors that every runtime has. */
export const gzipOnly: Compressors = {
  gzip: async (bytes) => {
    const stream = new Response(bytes).body?.pipeThrough(new CompressionStream('gzip'));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  },
};
