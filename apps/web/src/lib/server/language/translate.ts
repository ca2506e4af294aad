import { translate } from '@govexport/router/words';
import { withSender } from '@govexport/schema';
import { dataset } from '../caller.ts';
import { getLocale } from '../../generated/runtime.js';
import type { ShownText } from '../../shown-text.ts';

/** A text in the language of the page, told with the sender of the dataset; where there is no translation it stays English and says so. */
export function shown(written: string): ShownText {
  const locale = getLocale();
  const text = withSender(written, dataset.meta.senders);
  const translated = translate(text, locale);
  return { text: translated ?? text, lang: translated === null && locale !== 'en' ? 'en' : null };
}
