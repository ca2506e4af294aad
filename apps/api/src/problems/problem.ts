import { problemKinds, problemOf, RequestError, type ProblemCode } from '@govexport/router';
import { showValue } from '@govexport/schema';
import { z } from 'zod';
import { meanings } from './problem-kinds.ts';

/** Media type of RFC 9457. */
export const problemType = 'application/problem+json';

/** An RFC 9457 problem, as every error is answered. */
export const Problem = z.object({
  type: z.string().describe('Address that says what the kind of problem is.'),
  title: z.string().describe('Kind of problem in words.'),
  status: z.int().describe('HTTP status.'),
  detail: z.string().describe('One sentence with the place, the value and what is allowed.'),
  instance: z.string().optional().describe('Path of the request; left out where it has none that can be read.'),
  request_id: z.string().optional().describe('Id of the request, as in the header X-Request-Id and in the log.'),
  code: z.enum(Object.keys(problemKinds)).describe('Kind of problem for programs.'),
  errors: z
    .array(z.object({ field: z.string(), value: z.string(), expected: z.string() }))
    .describe('Every input that is wrong.'),
});

/** An RFC 9457 problem, as every error is answered. */
export type Problem = z.infer<typeof Problem>;

/** What a refusal says beside its kind. */
interface Words {
  readonly detail: string;
  readonly errors?: Problem['errors'];
  /** Headers that belong to the refusal, such as `Allow`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request that is refused for a reason of HTTP. */
export class HttpProblem extends RequestError {
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ProblemCode, { detail, errors = [], headers = {} }: Words) {
    super(code, errors, detail);
    this.headers = headers;
  }
}

/** The refusal of an address, with those that there are. */
export function unknownAddress(path: string, addresses: readonly string[]): HttpProblem {
  const value = showValue(path);
  const errors = [{ field: 'path', value, expected: `one of ${addresses.join(', ')}` }];
  return new HttpProblem('not-found', { detail: `There is no address ${value}.`, errors });
}

/** The refusal of a method. */
export function methodNotAllowed(method: string): HttpProblem {
  const detail = `The method ${method} is not allowed; allowed are GET and HEAD.`;
  return new HttpProblem('method-not-allowed', { detail, headers: { allow: 'GET, HEAD, OPTIONS' } });
}

/** Where a problem came up; left out where the request could not be read so far. */
export interface Occurrence {
  readonly instance?: string;
  readonly request_id?: string;
}

/** Whatever was thrown as RFC 9457 problem details. Nothing is told of an unexpected error. */
export function problemDetails(error: unknown, occurrence: Occurrence = {}): Problem {
  const { code, title, status, detail, issues } = problemOf(error);
  return { type: `/problems/${code}`, title, status, detail, ...occurrence, code, errors: [...issues] };
}

/** What `/problems/{code}` says of a kind of problem; undefined where there is no such kind. */
export function problemPage(code: string): object | undefined {
  if (!Object.hasOwn(problemKinds, code)) return undefined;
  const { title, status } = problemKinds[code as ProblemCode];
  const meaning = meanings[code as ProblemCode];
  return { type: `/problems/${code}`, code, title, status, meaning, kinds: Object.keys(problemKinds) };
}
