import { createCaller, problemOf } from '@govexport/router';
import { DatasetError, openDataset } from '@govexport/router/node';
import { canonicalJson } from '@govexport/schema';
import manifest from '../package.json' with { type: 'json' };
import type { Command } from './commands.ts';
import { csvText } from './csv-text.ts';
import { interruptedCode, usageCode } from './exit-codes.ts';
import { failureSentence } from './failure-sentence.ts';
import { fileCode, FileFailure } from './file-failure.ts';
import { helpText } from './help/help-text.ts';
import { Interruption } from './interruption.ts';
import { parseArguments, type Asked, type Output } from './parse-arguments.ts';
import type { Shown } from './shown.ts';
import type { Outcome } from './start/print-outcome.ts';
import { tablesNamed } from './tables-named.ts';
import { pageText } from './text/page-text.ts';
import { UsageError } from './usage-error.ts';

/** What the program knows of the place where it runs. */
export interface Surroundings {
  /** Dataset folder of the environment; empty where none is set. */
  readonly dataset: string;
  /** Columns of the terminal; null where the output is not a terminal. */
  readonly width: number | null;
  readonly colour: boolean;
  /** Whether a person can be asked: input and messages are on a terminal. */
  readonly interactive: boolean;
  /** Shows how far long work is. */
  readonly progress: (line: string) => void;
}

/** Answers arguments, without touching the process. */
export async function run(args: readonly string[], surroundings: Surroundings): Promise<Outcome> {
  let asked: Asked | null = null;
  try {
    asked = parseArguments(args);
    if (asked.kind === 'work') return await work(asked, surroundings);
    return { stdout: await answer(asked, surroundings), stderr: '', exit_code: 0 };
  } catch (error) {
    return failure(error, asked);
  }
}

async function answer(asked: Exclude<Asked, Working>, surroundings: Surroundings): Promise<string> {
  if (asked.kind === 'help') return helpText(asked.of, surroundings.width);
  const dataset = openDataset(asked.dataset ?? surroundings.dataset);
  if (asked.kind === 'version') {
    const { meta, sha256 } = dataset;
    return `govexport ${manifest.version}\ndataset ${meta.name} ${meta.version}, sha256 ${sha256}\n`;
  }
  const { command, input } = asked;
  const given = await command.ask(createCaller({ dataset }), input);
  return printed(asked, { given, shown: () => command.show(given as never) }, surroundings);
}

type Working = Extract<Asked, { readonly kind: 'work' }>;

async function work(asked: Working, surroundings: Surroundings): Promise<Outcome> {
  const { command, options, places, dataset } = asked;
  const { interactive, progress } = surroundings;
  const perform = await command.load();
  const folder = dataset ?? surroundings.dataset;
  const done = await perform({ command, options, places, dataset: folder, interactive, progress });
  if (asked.format === 'md') return { stdout: `${done.markdown ?? ''}\n`, stderr: '', exit_code: done.exit_code };
  const stdout = printed(asked, { given: done.answer, shown: () => done.shown }, surroundings);
  return { stdout, stderr: '', exit_code: done.exit_code };
}

interface Printable {
  readonly given: unknown;
  readonly shown: () => Shown;
}

function printed(
  asked: Output & { command: Command },
  { given, shown }: Printable,
  surroundings: Surroundings,
): string {
  const { format, table, command } = asked;
  if (format === 'json') return `${canonicalJson(given)}\n`;
  const whole = shown();
  if (format === 'table' && table === null && whole.verbatim !== undefined) return whole.verbatim;
  const chosen = tablesNamed(whole, table, command.name);
  return format === 'csv' ? csvText(chosen.tables) : pageText(chosen, given, surroundings);
}

function failure(error: unknown, asked: Asked | null): Outcome {
  if (error instanceof DatasetError) return failed(error.message, fileCode);
  if (error instanceof UsageError) return failed(`${error.message}\n${pointer(error.command)}`, usageCode);
  if (error instanceof FileFailure) return failed(error.message, fileCode);
  if (error instanceof Interruption) return failed(error.message, interruptedCode);
  const command = asked?.kind === 'answer' ? asked.command : null;
  const problem = problemOf(error);
  const sentence = failureSentence(problem, command);
  const hint = problem.exit_code === usageCode ? `\n${pointer(command?.name ?? '')}` : '';
  return failed(sentence + hint, problem.exit_code);
}

function failed(message: string, exit_code: number): Outcome {
  return { stdout: '', stderr: `govexport: ${message}\n`, exit_code };
}

function pointer(command: string): string {
  return `See "govexport ${command === '' ? '' : `${command} `}--help".`;
}
