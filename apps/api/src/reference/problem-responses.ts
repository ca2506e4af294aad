import { problemKinds, type ProblemCode } from '@govexport/router';
import { meanings } from '../problems/problem-kinds.ts';
import { problemType } from '../problems/problem.ts';

/** The name of the response of each kind of problem, such as NotFound. */
function nameOf(code: string): string {
  return code.replaceAll(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase());
}

/** Every kind of problem as a response. */
export const problemResponses = Object.fromEntries(
  Object.entries(meanings).map(([code, meaning]) => [
    nameOf(code),
    { description: meaning, content: { [problemType]: { schema: { $ref: '#/components/schemas/Problem' } } } },
  ]),
);

const always: readonly ProblemCode[] = [
  'invalid-input',
  'method-not-allowed',
  'not-acceptable',
  'content-too-large',
  'address-too-long',
  'too-many-requests',
  'headers-too-large',
  'internal',
];

/** What an address may refuse beside what every address may. */
export interface Refusals {
  /** Whether it names something that there may not be. */
  readonly missing: boolean;
  /** Whether it is computed or drawn, so that it may have to wait for too many others, or take too long. */
  readonly waiting?: boolean;
}

/** The refusals that an address may answer with, by their status. */
export function refusals({ missing, waiting = false }: Refusals): Record<number, object> {
  const codes: ProblemCode[] = [...always];
  if (missing) codes.push('not-found');
  if (waiting) codes.push('unavailable', 'too-slow');
  return Object.fromEntries(
    codes.map((code) => [problemKinds[code].status, { $ref: `#/components/responses/${nameOf(code)}` }]),
  );
}
