import { RecipientCountry } from './recipient-country.ts';
import * as programVocabularies from './program-vocabularies.ts';
import * as sourceVocabularies from './source-vocabularies.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Every vocabulary by name, so that a label can be found for any value of any field.
 *
 * @example
 * vocabularies.sector?.terms.police?.label // => 'Police'
 */
export const vocabularies: Readonly<Record<string, Vocabulary>> = Object.fromEntries(
  [RecipientCountry, ...Object.values(programVocabularies), ...Object.values(sourceVocabularies)].map((vocabulary) => [
    vocabulary.name,
    vocabulary as Vocabulary,
  ]),
);
