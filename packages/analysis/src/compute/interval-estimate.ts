import type { Estimate, Reason } from '../estimate.ts';
import type { Interval } from '../numeric/interval.ts';

/** How an interval was made: its method and level. */
export interface IntervalMethod {
  readonly method: string;
  readonly level: number;
}

/** `null` stands for an unbounded end, because JSON has no infinite number. */
export function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value + 0 : null;
}

/** An estimate with its interval, in the shape of every answer. An infinite estimate keeps its lower end. */
export function computed(estimate: number, interval: Interval, { method, level }: IntervalMethod): Estimate {
  if (estimate === Infinity) {
    return { estimate: null, reason: 'infinite', low: interval.low + 0, high: null, level, method };
  }
  return { estimate: estimate + 0, low: finiteOrNull(interval.low), high: finiteOrNull(interval.high), level, method };
}

/** The value that says why there is no estimate. */
export function notComputable(reason: Reason, n: number, required: number): Estimate {
  return { estimate: null, reason, n, required };
}
