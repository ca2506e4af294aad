/** The two ends of an interval. An end may be infinite. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}
