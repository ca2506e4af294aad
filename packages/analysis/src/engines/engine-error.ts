/** An engine that cannot answer: one sentence says which, why, and what to do. It never stands for a number. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
}
