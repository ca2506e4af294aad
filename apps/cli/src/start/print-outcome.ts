import { fileCode } from '../file-failure.ts';

/** What is printed, and the exit code. */
export interface Outcome {
  readonly stdout: string | Uint8Array;
  readonly stderr: string;
  readonly exit_code: number;
}

/** Prints to the streams of the process, and ends without a word where their reader has gone. */
export function printOutcome(outcome: Outcome): void {
  const { stdout } = process;
  process.exitCode = outcome.exit_code;
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever reads the output may stop early, as head does.
    if (error.code === 'EPIPE') return;
    process.exitCode = fileCode;
    printMessage(`govexport: the output cannot be written (${error.code ?? 'unknown failure'}).\n`);
  });
  if (outcome.stderr !== '') printMessage(outcome.stderr);
  if (outcome.stdout.length > 0) stdout.write(outcome.stdout);
}

/** Nobody can be told where messages cannot be written. The stream is made only for a message: that takes time. */
function printMessage(text: string): void {
  process.stderr.on('error', () => undefined);
  process.stderr.write(text);
}
