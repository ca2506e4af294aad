import module from 'node:module';
import { fileCode } from './file-failure.ts';
import { cacheFolder } from './start/cache-folder.ts';
import { printOutcome } from './start/print-outcome.ts';
import { publishedAnswer } from './start/published-answer.ts';

// The start loads next to nothing. What was computed when the program was built is printed at once; everything else is
// answered by code that Node keeps compiled.
const args = process.argv.slice(2);
const answer = publishedAnswer(args, process.env);
if (answer === null) void start();
else printOutcome({ stdout: answer, stderr: '', exit_code: 0 });

async function start(): Promise<void> {
  const cache = cacheFolder(process.env);
  // Node 20 keeps no compiled code.
  const { enableCompileCache } = module as { enableCompileCache?: (folder: string) => unknown };
  if (cache !== null) enableCompileCache?.(cache);
  try {
    const { main } = await import('./main.ts');
    await main(args);
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    const stderr = `govexport: the program is not whole (${cause.split('\n')[0] ?? ''}); install it anew.\n`;
    printOutcome({ stdout: '', stderr, exit_code: fileCode });
  }
}
