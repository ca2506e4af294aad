import type { Language } from '../words/chart-words.ts';

/** What a chart is fitted into, in the units of its view box. */
export interface Frame {
  readonly width: number;
  /** Narrow charts put labels above what they name. */
  readonly narrow: boolean;
  readonly language: Language;
}

/** The two widths that charts are drawn in: letters of one drawing would be too small on a phone or too large on a desk. */
export const sizes = {
  wide: { width: 720, narrow: false },
  narrow: { width: 360, narrow: true },
} as const;

/** Name of a width. */
export type Size = keyof typeof sizes;
