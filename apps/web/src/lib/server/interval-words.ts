import { intervalOf } from '@govexport/charts';
import { shown } from './language/translate.ts';

/** What the whiskers are, in the language of the page. */
export function intervalWords(level: unknown): string {
  return shown(intervalOf(level)).text;
}
