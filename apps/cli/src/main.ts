import { run } from './run.ts';
import { printOutcome } from './start/print-outcome.ts';

/** Answers the arguments of the process on its own streams. */
export async function main(args: readonly string[]): Promise<void> {
  const { env, stdin, stdout, stderr } = process;
  const { colour, width } = stdout.isTTY
    ? { colour: (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb', width: stdout.columns }
    : { colour: false, width: null };
  const outcome = await run(args, {
    dataset: env['GOVEXPORT_DATASET'] ?? '',
    width,
    colour,
    interactive: stdin.isTTY && stderr.isTTY,
    progress: (line) => {
      if (stderr.isTTY) stderr.write(`govexport: ${line}\n`);
    },
  });
  printOutcome(outcome);
}
