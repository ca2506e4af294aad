import type { Query } from '../../query/query.ts';
import { EngineError } from '../engine-error.ts';

/** One visit to an engine: questions are answered one after the other, and whatever runs can be stopped. */
export interface Session {
  readonly answer: (query: Query) => Promise<readonly unknown[]>;
  readonly stop: () => void;
}

/** When questions are stopped. */
export interface Stops {
  /** Milliseconds that all of them together may take. */
  readonly timeLimit: number;
  /** Aborted once nobody waits for the answers any more. */
  readonly signal: AbortSignal | undefined;
}

/**
 * The answers to questions in their order; equal questions are asked once.
 *
 * @throws EngineError where they take longer than the limit; the reason of the signal where it was aborted
 */
export async function answerAll(
  queries: readonly Query[],
  { timeLimit, signal }: Stops,
  session: Session,
): Promise<readonly unknown[]> {
  const late = AbortSignal.timeout(timeLimit);
  const stopped = AbortSignal.any(signal === undefined ? [late] : [late, signal]);
  stopped.addEventListener('abort', session.stop, { once: true });
  const found = new Map<string, readonly unknown[]>();
  try {
    for (const query of queries) {
      const text = JSON.stringify(query);
      stopped.throwIfAborted();
      if (!found.has(text)) found.set(text, await session.answer(query));
    }
    stopped.throwIfAborted();
  } catch (error) {
    signal?.throwIfAborted();
    if (!late.aborted) throw error;
    throw new EngineError(`The answer took longer than ${timeLimit / 1000} s and was stopped.`, { cause: error });
  } finally {
    stopped.removeEventListener('abort', session.stop);
  }
  return queries.map((query) => found.get(JSON.stringify(query)));
}
