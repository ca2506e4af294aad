import { createCaller, problemOf } from '@govexport/router';
import { DatasetError, openDataset } from '@govexport/router/node';
import { canonicalJson } from '@govexport/schema';
import manifest from '../package.json' with { type: 'json' };
import { csvText } from './csv-text.ts';
import { fileCode, usageCode } from './exit-codes.ts';
import { failureSentence } from './failure-sentence.ts';
import { helpText } from './help/help-text.ts';
import { parseArguments, type Asked } from './parse-arguments.ts';
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
}

/** What is printed, and the exit code. */
export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit_code: number;
}

/** Answers arguments, without touching the process. */
export async function run(args: readonly string[], surroundings: Surroundings): Promise<Outcome> {
  let asked: Asked | null = null;
  try {
    asked = parseArguments(args);
    return { stdout: await answer(asked, surroundings), stderr: '', exit_code: 0 };
  } catch (error) {
    return failure(error, asked);
  }
}

async function answer(asked: Asked, surroundings: Surroundings): Promise<string> {
  if (asked.kind === 'help') return helpText(asked.of, surroundings.width);
  const dataset = openDataset(asked.dataset ?? surroundings.dataset);
  if (asked.kind === 'version') {
    const { meta, sha256 } = dataset;
    return `govexport ${manifest.version}\ndataset ${meta.name} ${meta.version}, sha256 ${sha256}\n`;
  }
  const { command, input, format, table } = asked;
  const given = await command.ask(createCaller({ dataset }), input);
  if (format === 'json') return `${canonicalJson(given)}\n`;
  const whole = command.show(given as never);
  if (format === 'table' && table === null && whole.verbatim !== undefined) return whole.verbatim;
  const shown = tablesNamed(whole, table, command.name);
  return format === 'csv' ? csvText(shown.tables) : pageText(shown, given, surroundings);
}

function failure(error: unknown, asked: Asked | null): Outcome {
  if (error instanceof DatasetError) return failed(error.message, fileCode);
  if (error instanceof UsageError) return failed(`${error.message}\n${pointer(error.command)}`, usageCode);
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
