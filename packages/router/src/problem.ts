/**
 * Everything that can go wrong with a request, in one table: the code and title of the problem, and what each surface
 * makes of it (tRPC code, HTTP status, exit code of the command line).
 */
export const problemKinds = {
  'invalid-input': { title: 'Invalid input', trpc_code: 'BAD_REQUEST', status: 400, exit_code: 2 },
  'invalid-cursor': { title: 'Invalid cursor', trpc_code: 'BAD_REQUEST', status: 400, exit_code: 2 },
  'not-found': { title: 'Not found', trpc_code: 'NOT_FOUND', status: 404, exit_code: 1 },
  'method-not-allowed': { title: 'Method not allowed', trpc_code: 'METHOD_NOT_SUPPORTED', status: 405, exit_code: 2 },
  internal: { title: 'Internal error', trpc_code: 'INTERNAL_SERVER_ERROR', status: 500, exit_code: 70 },
} as const;

/** Code of a problem. */
export type ProblemCode = keyof typeof problemKinds;

/** One field that is wrong: its path, its value as JSON (shortened) and what is allowed. */
export interface InputIssue {
  readonly field: string;
  readonly value: string;
  readonly expected: string;
}

/** A problem as every surface reports it. */
export interface RequestProblem {
  readonly code: ProblemCode;
  readonly title: string;
  readonly status: number;
  readonly exit_code: number;
  /** One sentence for people. */
  readonly detail: string;
  readonly issues: readonly InputIssue[];
}

/** A request that cannot be answered, with the fields that are the reason. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  readonly problem_code: ProblemCode;
  readonly issues: readonly InputIssue[];

  constructor(problem_code: ProblemCode, issues: readonly InputIssue[]) {
    super(issues.map(sentence).join('; '));
    this.problem_code = problem_code;
    this.issues = issues;
  }
}

function sentence({ field, value, expected }: InputIssue): string {
  return `${field === '' ? 'the input' : field} is ${value}; allowed is ${expected}`;
}

/**
 * What went wrong, whatever was thrown. An unexpected error becomes `internal` and says nothing of its cause.
 *
 * @example
 * problemOf(new RequestError('not-found', [{ field: 'id', value: '"GX-9"', expected: 'the id of a program' }])).status // => 404
 */
export function problemOf(error: unknown): RequestProblem {
  if (error instanceof RequestError) return problem(error.problem_code, error.issues);
  return isOfTrpc(error) ? problemOfTrpc(error) : problem('internal', []);
}

interface ErrorOfTrpc extends Error {
  readonly code: string;
}

/** By its name, as tRPC itself tells: to load its class would take long where nothing else of it is needed. */
function isOfTrpc(error: unknown): error is ErrorOfTrpc {
  return error instanceof Error && error.name === 'TRPCError' && 'code' in error;
}

function problemOfTrpc({ cause, code }: ErrorOfTrpc): RequestProblem {
  if (cause instanceof RequestError) return problemOf(cause);
  if (code === 'INTERNAL_SERVER_ERROR') return problem('internal', []);
  if (code === 'NOT_FOUND') return { ...problem('not-found', []), detail: 'There is no such procedure.' };
  if (code === 'METHOD_NOT_SUPPORTED') return problem('method-not-allowed', []);
  return { ...problem('invalid-input', []), detail: 'The request is not a valid tRPC call.' };
}

const fallbackDetails: Partial<Record<ProblemCode, string>> = {
  internal: 'The request could not be answered because of an error on our side.',
  'method-not-allowed': 'The address answers GET requests only.',
};

function problem(code: ProblemCode, issues: readonly InputIssue[]): RequestProblem {
  const { title, status, exit_code } = problemKinds[code];
  const detail = issues.length === 0 ? (fallbackDetails[code] ?? title) : `${issues.map(sentence).join('; ')}.`;
  return { code, title, status, exit_code, detail, issues };
}
