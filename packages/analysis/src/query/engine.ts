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
