import { showText } from '@govexport/schema';
import { codes } from '../args/exit-codes.ts';

/** What is printed, and the exit code. */
export interface Outcome {
  readonly stdout: string | Uint8Array;
  readonly stderr: string;
  readonly exit_code: number;
}

/** What is printed where all went well. */
export function success(stdout: string | Uint8Array): Outcome {
  return { stdout, stderr: '', exit_code: 0 };
}

/** A refusal in one sentence; `command` is the one whose help tells more, empty for the whole program. */
export function refusal(sentence: string, exit_code: number, command?: string): Outcome {
  const words = command === undefined || command === '' ? '' : `${command} `;
  const hint = command === undefined ? '' : `See "govexport ${words}--help".\n`;
  return { stdout: '', stderr: `govexport: ${sentence}\n${hint}`, exit_code };
}

/** Prints to the streams of the process, and ends without a word where their reader has gone. */
export function printOutcome(outcome: Outcome): void {
  const { stdout } = process;
  process.exitCode = outcome.exit_code;
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever reads the output may stop early, as head does.
    if (error.code === 'EPIPE') return;
    process.exitCode = codes.files;
    printMessage(`govexport: the output cannot be written (${error.code ?? 'unknown failure'}).\n`);
  });
  if (outcome.stderr !== '') printMessage(outcome.stderr);
  if (outcome.stdout.length > 0) stdout.write(outcome.stdout);
}

/** Nobody can be told where messages cannot be written. The stream is made only for a message: that takes time. */
function printMessage(text: string): void {
  process.stderr.on('error', () => undefined);
  // A message may quote a path, a setting or an option as it was given.
  process.stderr.write(text.split('\n').map(showText).join('\n'));
}
