import module from 'node:module';
import { codes } from './args/exit-codes.ts';
import { FileFailure } from './args/failures.ts';
import { run } from './run.ts';
import { cacheFolder } from './start/user-folders.ts';
import { printOutcome } from './start/outcome.ts';
import { surroundingsHere } from './start/surroundings.ts';
import { readExample, readWords } from './start/written-words.ts';

// The start reads what the commands are as data; what answers them is loaded for a question that was not asked before.
async function start(): Promise<void> {
  try {
    const load = () => import('./answering.ts');
    keepCompiled();
    printOutcome(
      await run(process.argv.slice(2), surroundingsHere(), { words: readWords(), example: readExample, load }),
    );
  } catch (error) {
    printOutcome({ stdout: '', stderr: `govexport: ${sentenceOf(error)}\n`, exit_code: codes.files });
  }
}

/** Node keeps the code of what is loaded from now on compiled, from one process to the next; Node 20 does not. */
function keepCompiled(): void {
  const { enableCompileCache } = module as { enableCompileCache?: (folder: string) => unknown };
  const folder = cacheFolder(process.env);
  if (folder !== null) enableCompileCache?.(folder);
}

function sentenceOf(error: unknown): string {
  if (error instanceof FileFailure) return error.message;
  const cause = error instanceof Error ? error.message : String(error);
  return `the program is not whole (${cause.split('\n')[0] ?? ''}); install it anew.`;
}

void start();
