import { words } from '../format.ts';
import type { FoundText } from '../found-text.ts';
import { getLocale } from '../generated/runtime.js';
import { fieldLabel } from './labels.ts';

interface Match {
  readonly field: string;
  readonly text: string;
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
}

/** The texts in which words of a search stand, cut into what is marked and what is not. The title shows itself. */
export function wordsFound(matches: readonly Match[]): FoundText[] {
  return matches.map(({ field, text, ranges }) => {
    let place = 0;
    const parts = ranges.flatMap(({ start, end }) => {
      const before = { text: text.slice(place, start), found: false };
      place = end;
      return [before, { text: text.slice(start, end), found: true }];
    });
    const all = [...parts, { text: text.slice(place), found: false }];
    return {
      field: fieldLabel(field) ?? words(field),
      lang: languageOf(field),
      parts: all.filter((part) => part.text !== ''),
    };
  });
}

/** Records are written in English, beside names in Chinese. */
function languageOf(field: string): string | null {
  if (field.endsWith('_zh')) return 'zh';
  return getLocale() === 'en' ? null : 'en';
}
