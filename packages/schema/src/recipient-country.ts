import { defineVocabulary } from './vocabulary.ts';

/** The five recipient states, by ISO 3166-1 alpha-2 code, in the alphabetical order of their English names. */
export const RecipientCountry = defineVocabulary('recipient_country', 'Recipient country', {
  KZ: { label: 'Kazakhstan', definition: 'Republic of Kazakhstan.' },
  KG: { label: 'Kyrgyzstan', definition: 'Kyrgyz Republic.' },
  TJ: { label: 'Tajikistan', definition: 'Republic of Tajikistan.' },
  TM: { label: 'Turkmenistan', definition: 'Turkmenistan.' },
  UZ: { label: 'Uzbekistan', definition: 'Republic of Uzbekistan.' },
});
