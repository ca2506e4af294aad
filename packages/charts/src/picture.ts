import type { ChartContent } from './content.ts';
import type { Size } from './layout/frame.ts';
import type { Language } from './words/chart-words.ts';

/** Charts with all that a reader needs where nothing stands around them. */
export interface Picture {
  /** The finding. */
  readonly title: string;
  /** What is counted, out of what, and which records were chosen. */
  readonly subtitle: readonly string[];
  readonly contents: readonly ChartContent[];
  readonly source: Source;
  readonly language: Language;
  /** `wide` where it is not given. */
  readonly size?: Size;
}

/** Where the numbers of a picture come from. */
export interface Source {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** Whom to name beside the dataset, one sentence each. */
  readonly credits: readonly string[];
  /** Address of the answer; null where the server does not know its own. */
  readonly address: string | null;
}
