export { webEncoders, type Bytes, type Effort, type Encoders, type Encoding } from './encodings.ts';
export type { Content, Entry } from './entry.ts';
export { RateLimit, type Allowance } from './rate-limit.ts';
export { rangeRefusal } from './range.ts';
export { headerList, headerRecord, responseOf, type Reply } from './reply.ts';
export { incomingHead, isReading, requestHead, type Incoming, type RequestHead } from './request-head.ts';
export { ResponseCache, Unkept, type CacheFigures, type Found } from './response-cache.ts';
export { turnsBetween } from './turns.ts';
export { Unwanted } from './unwanted.ts';
