// What `@govexport/http/node` offers for answers: what a browser makes for itself is sent nowhere, so that nothing is compressed.
export { webEncoders as nodeEncoders } from '@govexport/http';

/** Requests are answered one after another as it is. */
export const nextTurn = () => Promise.resolve();
