import type { Table } from './table.ts';

/** Programs that the article's abstract counts in its window: in China, from 2007 to 2020. */
export const articleCount = 59;

/** What every answer about that window says of the article's count, whatever number of records it finds itself. */
export const articleSentence = `The article counts ${articleCount} programs in this window; its collection and this one are independent, so that equal numbers are chance, and which programs both hold is not known.`;

/** The tables with that sentence in the note of the main one, once. */
export function besideArticle([main, ...others]: readonly Table[]): Table[] {
  if (main === undefined) return [];
  if (main.note?.includes(articleSentence)) return [main, ...others];
  return [{ ...main, note: main.note === null ? articleSentence : `${main.note} ${articleSentence}` }, ...others];
}
