/** What DuckDB may use. */
export interface DuckdbLimits {
  /** Milliseconds that the questions of one answer may take together; 20 s where not given. */
  readonly timeLimit?: number;
  /** Memory for all questions at a time, such as `256MB`; not given: 80 % of the machine's. */
  readonly memory?: string;
  /** Threads; not given: one for each processor. */
  readonly threads?: number;
}
