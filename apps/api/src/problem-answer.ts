import { problemKinds, problemOf, type ProblemCode, type RequestProblem } from '@govexport/router';
import type { Context } from 'hono';
import { publicAddresses } from './index-page.ts';

/** Media type of RFC 9457. */
export const problemType = 'application/problem+json';

/** An error as RFC 9457 problem details. `type` is an address of this API that says what the problem is. */
export function problemDetails(problem: RequestProblem, instance: string) {
  const { code, title, status, detail, issues } = problem;
  return { type: `/problems/${code}`, title, status, detail, instance, code, errors: issues };
}

/** Answers with whatever went wrong. An unexpected error is printed for the operator and hidden from the client. */
export function answerProblem(c: Context, error: unknown): Response {
  const problem = problemOf(error);
  if (problem.code === 'internal') console.error(error);
  return send(c, problem);
}

/** Answers for an address that does not exist, with those that do. */
export function unknownAddress(c: Context): Response {
  const issues = [
    { field: 'path', value: JSON.stringify(c.req.path), expected: `one of ${publicAddresses.join(', ')}` },
  ];
  return send(c, { ...kind('not-found'), detail: `There is no address ${JSON.stringify(c.req.path)}.`, issues });
}

/** Answers for a method that an address does not take. */
export function methodNotAllowed(c: Context): Response {
  c.header('allow', 'GET, HEAD, OPTIONS');
  const detail = `The method ${c.req.method} is not allowed; allowed are GET and HEAD.`;
  return send(c, { ...kind('method-not-allowed'), detail, issues: [] });
}

/** Says what a kind of problem is. */
export function problemPage(c: Context): Response {
  const code = c.req.param('code') ?? '';
  if (!Object.hasOwn(problemKinds, code)) return unknownAddress(c);
  const { title, status } = problemKinds[code as ProblemCode];
  return c.json({
    code,
    title,
    status,
    documentation: 'Every problem of this API is of one of these kinds.',
    kinds: Object.keys(problemKinds),
  });
}

function kind(code: ProblemCode) {
  const { title, status, exit_code } = problemKinds[code];
  return { code, title, status, exit_code };
}

function send(c: Context, problem: RequestProblem): Response {
  const body = JSON.stringify(problemDetails(problem, c.req.path));
  return c.body(body, problem.status as 400, { 'content-type': problemType });
}
