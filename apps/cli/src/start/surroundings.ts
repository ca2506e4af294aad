import type { ColourChoice } from '../args/global-options.ts';
import { answersFolder } from './kept-answers.ts';
import { progressOn, type Progress } from './progress.ts';
import { readConfig } from './read-config.ts';

/** What the program knows of the place where it runs. */
export interface Surroundings {
  /** Dataset folder of the environment or of the configuration; empty where neither names one. */
  readonly dataset: string;
  /** Columns of the terminal; null where the output is not a terminal. */
  readonly width: number | null;
  /** Whether output is coloured where the option says nothing of it. */
  readonly colour: boolean;
  /** Address of the site that the configuration names. */
  readonly site: string | null;
  /** Folder where answers are kept; null where there is none. */
  readonly answers: string | null;
  /** Whether a person can be asked: input and messages are on a terminal. */
  readonly interactive: () => boolean;
  /** Shows how far long work is. */
  readonly progress: Progress;
}

/**
 * The surroundings of this process.
 *
 * @throws FileFailure where the configuration cannot be read
 */
export function surroundingsHere(): Surroundings {
  const { env } = process;
  const config = readConfig(env);
  const { stdout } = process;
  return {
    dataset: env['GOVEXPORT_DATASET'] || (config.dataset ?? ''),
    width: stdout.isTTY ? stdout.columns : null,
    colour: coloured(config.color),
    site: config.site ?? null,
    answers: answersFolder(env),
    // To make these streams takes time, which few commands need.
    interactive: () => process.stdin.isTTY && process.stderr.isTTY,
    progress: progressHere(env),
  };
}

/** Nobody waits at what is no terminal. */
function progressHere(env: NodeJS.ProcessEnv): Progress {
  let shown: Progress | undefined;
  return (line, done) => {
    const { stderr } = process;
    if (stderr.isTTY) (shown ??= progressOn(stderr, env['TERM'] === 'dumb'))(line, done);
  };
}

/** Whether output is coloured, where no option says so. */
function coloured(choice: ColourChoice = 'auto'): boolean {
  const { NO_COLOR: never = '', TERM: terminal } = process.env;
  if (choice !== 'auto') return choice === 'always';
  return process.stdout.isTTY && never === '' && terminal !== 'dumb';
}
