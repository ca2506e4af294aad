import type { ProblemCode } from '@govexport/router';

/** What each kind of problem means, in the order of the manual. */
export const meanings: Readonly<Record<ProblemCode, string>> = {
  'invalid-input': 'An input is wrong or unknown, or the request is not one that the server can read.',
  'invalid-cursor': 'The cursor is not the next_cursor of an answer to the same filter.',
  'not-found': 'There is no such record, statistic, version, file or address.',
  'method-not-allowed': 'The address answers GET and HEAD only.',
  internal: 'An error on our side; the same request may be asked again later.',
  'not-acceptable':
    'The address has no answer in any of the formats that the header Accept or the end of the address allows.',
  'content-too-large': 'The request carries a body, or more calls in one batch, than the server takes.',
  'address-too-long': 'The path with its query is too long.',
  'range-not-satisfiable': 'The header Range asks for bytes that the file does not have.',
  'too-many-requests':
    'The client has used up its requests; the header Retry-After says in how many seconds it has new ones.',
  'headers-too-large': 'The request line and its headers are too long together.',
  unavailable:
    'The server is about to end, or as many statistics or pictures wait to be made as it takes; the header Retry-After says in how many seconds to ask again.',
  'too-slow': 'The answer takes longer to compute than the server allows; another input may take less.',
};
