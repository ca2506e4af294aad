import module from 'node:module';
import { codes } from './args/exit-codes.ts';
import type { Command } from './commands/command.ts';
import { FileFailure } from './args/failures.ts';
import { run } from './run.ts';
import { cacheFolder } from './start/user-folders.ts';
import { printOutcome } from './start/outcome.ts';
import { surroundingsHere } from './start/surroundings.ts';
import { readExample, readWords } from './start/written-words.ts';

// The start reads what the commands are as data; what answers them is loaded for a question that was not asked before.
async function start(): Promise<void> {
  try {
    printOutcome(
      await run(process.argv.slice(2), surroundingsHere(), { words: readWords(), example: readExample, load }),
    );
  } catch (error) {
    printOutcome({ stdout: '', stderr: `govexport: ${sentenceOf(error)}\n`, exit_code: codes.files });
  }
}

/** Loads what answers, which Node keeps compiled from one process to the next; Node 20 does not. */
async function load(): Promise<readonly Command[]> {
  const { enableCompileCache } = module as { enableCompileCache?: (folder: string) => unknown };
  const folder = cacheFolder(process.env);
  if (folder !== null) enableCompileCache?.(folder);
  return (await import('./commands/registry.ts')).commands;
}

function sentenceOf(error: unknown): string {
  if (error instanceof FileFailure) return error.message;
  const cause = error instanceof Error ? error.message : String(error);
  return `the program is not whole (${cause.split('\n')[0] ?? ''}); install it anew.`;
}

void start();
