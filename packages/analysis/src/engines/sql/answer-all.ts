import type { Query } from '../../query/query.ts';
import { EngineError } from '../engine-error.ts';

/** One visit to an engine: batches of questions are answered one after the other, and whatever runs can be stopped. */
export interface Session {
  /** The questions that are answered together. */
  readonly batches: (queries: readonly Query[]) => readonly (readonly Query[])[];
  /** One answer for each question of a batch, in their order. */
  readonly answer: (batch: readonly Query[]) => Promise<readonly (readonly unknown[])[]>;
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
  const different = new Map(queries.map((query) => [JSON.stringify(query), query]));
  const found = new Map<Query, readonly unknown[] | undefined>();
  try {
    for (const batch of session.batches([...different.values()])) {
      stopped.throwIfAborted();
      const answers = await session.answer(batch);
      batch.forEach((query, index) => found.set(query, answers[index]));
    }
    stopped.throwIfAborted();
  } catch (error) {
    signal?.throwIfAborted();
    if (!late.aborted) throw error;
    throw new EngineError(`The answer took longer than ${timeLimit / 1000} s and was stopped.`, { cause: error });
  } finally {
    stopped.removeEventListener('abort', session.stop);
  }
  return queries.map((query) => found.get(different.get(JSON.stringify(query)) ?? query));
}
