import type { Plan } from './plan.ts';
import type { Query } from './query.ts';

/** An engine that answers at once, also in a browser. */
export interface SyncEngine {
  readonly synchronous: true;
  /** @returns one answer for each question, in their order: cells of a count, or rows */
  readonly ask: (queries: readonly Query[]) => readonly unknown[];
}

/** An engine that answers later. */
export interface AsyncEngine {
  readonly synchronous: false;
  /** @throws an `EngineError` where the engine cannot answer; never a number in place of one */
  readonly ask: (queries: readonly Query[], signal?: AbortSignal) => Promise<readonly unknown[]>;
}

/** Whatever answers questions. */
export type Engine = SyncEngine | AsyncEngine;

/** What an engine gives: the value where it answers at once, else a promise of it. */
export type Of<Some extends Engine, Value> = Some extends SyncEngine ? Value : Promise<Value>;

/**
 * Asks the questions of a plan and reads the answers. It is the only place that tells engines which answer at once from
 * those that answer later.
 *
 * @param signal - stops the questions of an engine that answers later
 * @example
 * run({ synchronous: true, ask: (queries) => queries.map(() => []) }, constant(1)); // 1
 */
export function run<Some extends Engine, Counts>(
  engine: Some,
  { queries, read }: Plan<Counts>,
  signal?: AbortSignal,
): Of<Some, Counts> {
  const asked: Engine = engine;
  const found = asked.synchronous ? read(asked.ask(queries)) : asked.ask(queries, signal).then(read);
  return found as Of<Some, Counts>;
}
