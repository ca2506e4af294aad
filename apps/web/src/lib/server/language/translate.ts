import { translate } from '@govexport/router/words';
import { getLocale } from '../../generated/runtime.js';
import type { ShownText } from '../../shown-text.ts';

/** A text in the language of the page; where there is no translation it stays English and says so. */
export function shown(text: string): ShownText {
  const locale = getLocale();
  const translated = translate(text, locale);
  return { text: translated ?? text, lang: translated === null && locale !== 'en' ? 'en' : null };
}
