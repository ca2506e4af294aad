import { countryInSentence } from './country-names.ts';

/** What vocabularies call the sender, whoever that is. */
const sender = 'the sending state';

/**
 * The sender of a dataset within a sentence; of more than one, the words of the vocabularies.
 *
 * @example
 * senderInWords(['US']) // => 'the United States'
 */
export function senderInWords(senders: readonly string[]): string {
  const [only, ...others] = senders;
  return only === undefined || others.length > 0 ? sender : countryInSentence(only);
}

/**
 * A label or a definition of a vocabulary with the name of the sender.
 *
 * @example
 * withSender('In the sending state', ['US']) // => 'In the United States'
 */
export function withSender(text: string, senders: readonly string[]): string {
  const name = senderInWords(senders);
  const capital = sender.replace('t', 'T');
  return text.replaceAll(sender, name).replaceAll(capital, name.replace(/^t/, 'T'));
}
