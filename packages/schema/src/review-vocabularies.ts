import { defineVocabulary } from './vocabulary.ts';

/** What a person found who compared a value with its sources. */
export const ReviewVerdict = defineVocabulary('review_verdict', 'Verdict', {
  right: { label: 'Right', definition: 'The value is what the sources say.' },
  wrong: { label: 'Wrong', definition: 'The sources say something else, which is given with the reason.' },
  cannot_tell: {
    label: 'Cannot tell',
    definition: 'The sources could not be read, or do not settle the value.',
  },
});
