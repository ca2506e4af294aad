import { problemKinds, type ProblemCode } from '@govexport/router';

/** A kind of problem: its name in words, the HTTP status and what it means. */
export interface Kind {
  readonly title: string;
  readonly status: number;
  readonly meaning: string;
}

const meanings: Readonly<Record<ProblemCode, string>> = {
  'invalid-input': 'An input is wrong or unknown, or the request is not one that the server can read.',
  'invalid-cursor': 'The cursor is not the next_cursor of an answer to the same filter.',
  'not-found': 'There is no such record, statistic, version, file or address.',
  'method-not-allowed': 'The address answers GET and HEAD only.',
  internal: 'An error on our side; the same request may be asked again later.',
};

/** What can only go wrong over HTTP; the other surfaces know nothing of it. */
const httpKinds = {
  'not-acceptable': {
    title: 'Not acceptable',
    status: 406,
    meaning: 'The address has no answer in any of the formats that the header Accept or the end of the address allows.',
  },
  'content-too-large': {
    title: 'Content too large',
    status: 413,
    meaning: 'The request carries a body, or more calls in one batch, than the server takes.',
  },
  'address-too-long': { title: 'Address too long', status: 414, meaning: 'The path with its query is too long.' },
  'range-not-satisfiable': {
    title: 'Range not satisfiable',
    status: 416,
    meaning: 'The header Range asks for bytes that the file does not have.',
  },
  'too-many-requests': {
    title: 'Too many requests',
    status: 429,
    meaning: 'The client has used up its requests; the header Retry-After says in how many seconds it has new ones.',
  },
  'headers-too-large': {
    title: 'Headers too large',
    status: 431,
    meaning: 'The request line and its headers are too long together.',
  },
  unavailable: {
    title: 'Unavailable',
    status: 503,
    meaning: 'The server is about to end, or as many pictures wait to be drawn as it takes.',
  },
} as const satisfies Record<string, Kind>;

/** Code of a problem that the API answers with. */
export type HttpProblemCode = ProblemCode | keyof typeof httpKinds;

/** Every kind of problem by its code: those of the router, then those of HTTP. */
export const httpProblemKinds: Readonly<Record<HttpProblemCode, Kind>> = {
  ...(Object.fromEntries(
    Object.entries(problemKinds).map(([code, { title, status }]) => [
      code,
      { title, status, meaning: meanings[code as ProblemCode] },
    ]),
  ) as Record<ProblemCode, Kind>),
  ...httpKinds,
};
