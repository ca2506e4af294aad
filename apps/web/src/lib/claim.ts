import type { ShownText } from './shown-text.ts';

/** A claim of the article with what the records say of it. */
export interface ShownClaim {
  id: string;
  verdict: string;
  verdictLabel: ShownText;
  claim: ShownText;
  reason: ShownText;
  rule: ShownText;
  /** The statistic that tests it; no title where a table of the dataset does. */
  test: { name: string; title: ShownText | null };
  /** With what is written of each: its value, and the ends of its interval where it has one. */
  numbers: { label: ShownText; estimate: number | null; value: string; low: string; high: string; bounded: boolean }[];
}
