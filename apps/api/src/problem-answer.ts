import { problemKinds, problemOf, type ProblemCode, type RequestProblem } from '@govexport/router';
import { showValue } from '@govexport/schema';
import type { Context } from 'hono';
import { publicAddresses } from './index-page.ts';

/** Media type of RFC 9457. */
export const problemType = 'application/problem+json';

/** What `/problems/{code}` says of each kind. */
const meanings: Readonly<Record<ProblemCode, string>> = {
  'invalid-input': 'An input is wrong or unknown, or the request is not one that the server can read.',
  'invalid-cursor': 'The cursor is not the next_cursor of an answer to the same filter.',
  'not-found': 'There is no such record, statistic or address.',
  'method-not-allowed': 'The address answers GET and HEAD only.',
  internal: 'An error on our side; the same request may be asked again later.',
};

/** An error as RFC 9457 problem details. `type` is an address of this API that says what the problem is. */
function problemDetails(problem: RequestProblem, instance?: string) {
  const { code, title, status, detail, issues: errors } = problem;
  const place = instance === undefined ? {} : { instance };
  return { type: `/problems/${code}`, title, status, detail, ...place, code, errors };
}

/** The problem of a request that has no address to tell, because it did not reach the app. */
export function problemWithoutAddress(error: unknown) {
  return problemDetails(knownProblem(error));
}

/** Answers with whatever went wrong. */
export function answerProblem(c: Context, error: unknown): Response {
  return send(c, knownProblem(error));
}

/** Answers for an address that does not exist, with those that do. */
export function unknownAddress(c: Context): Response {
  const value = showValue(c.req.path);
  const issues = [{ field: 'path', value, expected: `one of ${publicAddresses.join(', ')}` }];
  return send(c, { ...kind('not-found'), detail: `There is no address ${value}.`, issues });
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
  const kinds = Object.keys(problemKinds);
  return c.json({ type: `/problems/${code}`, code, title, status, meaning: meanings[code as ProblemCode], kinds });
}

/** An unexpected error is printed for the operator and hidden from the client. */
function knownProblem(error: unknown): RequestProblem {
  const problem = problemOf(error);
  if (problem.code === 'internal') console.error(error);
  return problem;
}

function kind(code: ProblemCode) {
  const { title, status, exit_code } = problemKinds[code];
  return { code, title, status, exit_code };
}

function send(c: Context, problem: RequestProblem): Response {
  const body = JSON.stringify(problemDetails(problem, c.req.path));
  return c.body(body, problem.status as 400, { 'content-type': problemType });
}
