import { translate, type Language } from '@govexport/router/words';

/** Says a text of the page in its language: in English as it stands. */
export type Say = (english: string) => string;

/** The words of a language; a text that it lacks stays English. */
export function wordsIn(language: Language): Say {
  return (english) => translate(english, language) ?? english;
}

/** What each key does, in the order in which they are listed. */
export const keys = [
  ['R', 'The value is right'],
  ['W', 'The value is wrong: give the right one and why'],
  ['C', 'Cannot tell'],
  ['J', 'Next field'],
  ['K', 'Previous field'],
  ['N', 'Next record'],
  ['P', 'Previous record'],
  ['U', 'Take the last mark back'],
] as const;
