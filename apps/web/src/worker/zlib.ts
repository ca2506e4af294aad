// What a browser makes for itself is sent nowhere, so that nothing is compressed.
export const constants = {};
export const gzip = nothingIsSent;
export const brotliCompress = nothingIsSent;

function nothingIsSent(): never {
  throw new Error('A request within a browser accepts no encoding; the answer is sent as it is.');
}
