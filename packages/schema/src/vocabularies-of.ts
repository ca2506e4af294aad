import { countryName } from './country-names.ts';
import type { WithWorld } from './declared.ts';
import { withSender } from './sender-words.ts';
import { vocabularies } from './vocabularies.ts';
import { defineVocabulary, type Term, type Vocabulary } from './vocabulary.ts';

/**
 * A vocabulary as a dataset has it: its recipients, each with its official name where the table of countries tells it, or
 * the terms that all datasets share, told with the name of its sender.
 *
 * @param name - name of the vocabulary; undefined where there is none of that name
 * @example
 * vocabularyOf({ meta: { senders: ['US'], recipients: ['BR', 'VN'] } }, 'venue').terms.in_sender.label
 * // => 'In the United States'
 */
export function vocabularyOf({ meta, countries = [] }: WithWorld, name: string): Vocabulary | undefined {
  if (name === 'recipient_country') {
    const official = new Map(countries.map(({ iso2, official_name_en: long }) => [iso2, long.replace(/^the /, '')]));
    const term = (code: string): Term => {
      const label = countryName(code);
      return { label, definition: `${official.get(code) ?? `The state with the ISO 3166-1 alpha-2 code ${code}`}.` };
    };
    const terms = Object.fromEntries(meta.recipients.map((code) => [code, term(code)]));
    return defineVocabulary(name, recipientTitle, terms);
  }
  const shared = vocabularies[name];
  if (shared === undefined) return undefined;
  const told = (text: string) => withSender(text, meta.senders);
  const terms = Object.entries(shared.terms).map(([value, { label, definition }]) => [
    value,
    { label: told(label), definition: told(definition) },
  ]);
  return defineVocabulary(shared.name, shared.title, Object.fromEntries(terms) as Record<string, Term>);
}

/** Title of the vocabulary of recipients. */
export const recipientTitle = 'Recipient country';

/** Every vocabulary of a dataset, its recipients first. */
export function vocabulariesOf(dataset: WithWorld): Vocabulary[] {
  return ['recipient_country', ...Object.keys(vocabularies)].flatMap((name) => vocabularyOf(dataset, name) ?? []);
}
