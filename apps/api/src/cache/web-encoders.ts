import type { Encoders } from './entry.ts';

/** What every runtime has: gzip and SHA-256 by the interfaces of the web. */
export const webEncoders: Encoders = {
  compressors: {
    gzip: async (bytes) => {
      const stream = new Response(bytes).body?.pipeThrough(new CompressionStream('gzip'));
      return new Uint8Array(await new Response(stream).arrayBuffer());
    },
  },
  digest: async (bytes) => {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  },
};
