import type { ShownText } from './shown-text.ts';

/** A page that a search found. */
export interface FoundPage {
  readonly kind: 'country' | 'statistic' | 'page';
  /** Its path, without the language. */
  readonly path: string;
  readonly title: ShownText;
}
