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
  'not-acceptable': { title: 'Not acceptable', trpc_code: 'BAD_REQUEST', status: 406, exit_code: 2 },
  'content-too-large': { title: 'Content too large', trpc_code: 'PAYLOAD_TOO_LARGE', status: 413, exit_code: 2 },
  'address-too-long': { title: 'Address too long', trpc_code: 'BAD_REQUEST', status: 414, exit_code: 2 },
  'range-not-satisfiable': { title: 'Range not satisfiable', trpc_code: 'BAD_REQUEST', status: 416, exit_code: 2 },
  'too-many-requests': { title: 'Too many requests', trpc_code: 'TOO_MANY_REQUESTS', status: 429, exit_code: 75 },
  'headers-too-large': { title: 'Headers too large', trpc_code: 'BAD_REQUEST', status: 431, exit_code: 2 },
  unavailable: { title: 'Unavailable', trpc_code: 'SERVICE_UNAVAILABLE', status: 503, exit_code: 75 },
  'too-slow': { title: 'Too slow', trpc_code: 'GATEWAY_TIMEOUT', status: 504, exit_code: 75 },
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

/** A request that cannot be answered, with the fields that are the reason, or else with a sentence. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  readonly problem_code: ProblemCode;
  readonly issues: readonly InputIssue[];

  constructor(problem_code: ProblemCode, issues: readonly InputIssue[], detail = detailOf(problem_code, issues)) {
    super(detail);
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
  if (error instanceof RequestError) return { ...problem(error.problem_code, error.issues), detail: error.message };
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
  return { code, title, status, exit_code, detail: detailOf(code, issues), issues };
}

function detailOf(code: ProblemCode, issues: readonly InputIssue[]): string {
  return issues.length === 0
    ? (fallbackDetails[code] ?? problemKinds[code].title)
    : `${issues.map(sentence).join('; ')}.`;
}
