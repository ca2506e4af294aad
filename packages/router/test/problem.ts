import { problemOf, type RequestProblem } from '../src/index.ts';

/** The problem that a call ends with; that of an unexpected success is internal. */
export async function problem(call: Promise<unknown>): Promise<RequestProblem> {
  const error: unknown = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  return problemOf(error);
}
