// What answers a question that was not asked before: loaded as one, and only then.
import type { Words } from './args/command-words.ts';
import { wordsOfAll } from './commands/registry.ts';
import { metaOf } from './start/open-any-dataset.ts';

export { answer, versionsOf } from './answer.ts';
export { commands } from './commands/registry.ts';

/**
 * The commands as another dataset than the published one has them. A dataset that cannot be read has the same commands: the
 * first question that is asked of it says what is wrong.
 */
export async function wordsIn(words: Words, place: string): Promise<Words> {
  try {
    return { ...wordsOfAll(words.versions, await metaOf(place)), build: words.build };
  } catch {
    return words;
  }
}
