import { openDataset } from '@govexport/router/node';
import type { Words } from '../src/args/command-words.ts';
import { wordsOfAll } from '../src/commands/registry.ts';
import { run } from '../src/run.ts';
import type { Outcome } from '../src/start/outcome.ts';

/** Every command as data, of a program that keeps no answer. */
export const words: Words = wordsOfAll('', openDataset().meta);

/** Answers arguments in this process, from the source, without a terminal. */
export function runSource(args: readonly string[], dataset = ''): Promise<Outcome> {
  const surroundings = {
    ...{ dataset, width: 60, colour: false, site: null, answers: null },
    interactive: () => false,
    progress: () => undefined,
  };
  return run(args, surroundings, { words, example: () => [], load: () => import('../src/answering.ts') });
}
