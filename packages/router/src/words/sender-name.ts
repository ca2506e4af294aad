import { countryName } from '@govexport/schema';
import senderNames from './phrases/senders.json' with { type: 'json' };

/** The state that trains as it stands behind the word for “in”: Russian declines the names of states. */
const senderWords: Readonly<
  Record<'ru' | 'zh', { any: string; other: string; own: Readonly<Record<string, string>> }>
> = senderNames;

/** The sender as it stands in a label; of more than one, what they are called together. */
export function senderName(senders: readonly string[], language: 'ru' | 'zh'): string {
  const [only, ...others] = senders;
  if (only === undefined || others.length > 0) return senderWords[language].any;
  const { own, other } = senderWords[language];
  return own[only] ?? other.replace('{name}', countryName(only, language));
}
