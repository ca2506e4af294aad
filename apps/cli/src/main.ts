import type { ColourChoice } from './global-options.ts';
import { readConfig, type Config } from './read-config.ts';
import { fileCode, FileFailure } from './file-failure.ts';
import { run } from './run.ts';
import { printOutcome, type Outcome } from './start/print-outcome.ts';

/** Answers the arguments of the process on its own streams. */
export async function main(args: readonly string[]): Promise<void> {
  printOutcome(await outcomeOf(args));
}

function outcomeOf(args: readonly string[]): Promise<Outcome> | Outcome {
  try {
    return runHere(args, readConfig(process.env));
  } catch (error) {
    if (!(error instanceof FileFailure)) throw error;
    return { stdout: '', stderr: `govexport: ${error.message}\n`, exit_code: fileCode };
  }
}

function runHere(args: readonly string[], config: Config): Promise<Outcome> {
  const { env, stdin, stdout, stderr } = process;
  return run(args, {
    dataset: env['GOVEXPORT_DATASET'] || (config.dataset ?? ''),
    width: stdout.isTTY ? stdout.columns : null,
    colour: coloured(config.color),
    site: config.site ?? null,
    interactive: stdin.isTTY && stderr.isTTY,
    progress: (line) => {
      if (stderr.isTTY) stderr.write(`govexport: ${line}\n`);
    },
  });
}

/** Whether output is coloured, where no option says so. */
function coloured(choice: ColourChoice = 'auto'): boolean {
  const { NO_COLOR: never = '', TERM: terminal } = process.env;
  if (choice !== 'auto') return choice === 'always';
  return process.stdout.isTTY && never === '' && terminal !== 'dumb';
}
