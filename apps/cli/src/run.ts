import { createCaller, problemOf } from '@govexport/router';
import { DatasetError } from '@govexport/router/node';
import { callText } from './call-text.ts';
import { interruptedCode, usageCode } from './exit-codes.ts';
import { failureSentence } from './failure-sentence.ts';
import { fileCode, FileFailure } from './file-failure.ts';
import type { ColourChoice } from './global-options.ts';
import { openAnyDataset } from './open-any-dataset.ts';
import { helpText } from './help/help-text.ts';
import { Interruption } from './interruption.ts';
import { parseArguments, type Asked } from './parse-arguments.ts';
import { printed } from './printed.ts';
import type { Outcome } from './start/print-outcome.ts';
import type { Screen } from './text/page-text.ts';
import { UsageError } from './usage-error.ts';
import { versionText } from './version-text.ts';

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
  /** Whether a person can be asked: input and messages are on a terminal. */
  readonly interactive: boolean;
  /** Shows how far long work is. */
  readonly progress: (line: string) => void;
}

/** Answers arguments, without touching the streams of the process. */
export async function run(args: readonly string[], surroundings: Surroundings): Promise<Outcome> {
  let asked: Asked | null = null;
  try {
    asked = parseArguments(args);
    const { content, exit_code } = await answer(asked, surroundings);
    return { stdout: await delivered(content, asked, surroundings), stderr: '', exit_code };
  } catch (error) {
    return failure(error, asked);
  }
}

/** What is printed or written, and the exit code. */
interface Content {
  readonly content: string | Uint8Array;
  readonly exit_code: number;
}

async function answer(asked: Asked, surroundings: Surroundings): Promise<Content> {
  if (asked.kind === 'help') return { content: helpText(asked.of, surroundings.width), exit_code: 0 };
  const folder = asked.dataset ?? surroundings.dataset;
  if (asked.kind === 'version') return { content: versionText(await openAnyDataset(folder)), exit_code: 0 };
  const { site, interactive, progress } = surroundings;
  const screen = { width: surroundings.width, colour: coloured(asked.colour, surroundings) };
  if (asked.kind === 'answer') return { content: await answerOfRouter(asked, folder, screen), exit_code: 0 };
  if (asked.showCall)
    throw new UsageError(`${asked.command.name} has no call: it works here and asks nothing.`, asked.command.name);
  const task = { ...asked, dataset: folder, site, interactive, progress };
  if (asked.kind === 'file') return { content: await asked.command.make(task, asked.make), exit_code: 0 };
  const perform = await asked.command.load();
  const { answer: given, shown, markdown, exit_code } = await perform(task);
  const printable = { given, shown: () => shown, ...(markdown === undefined ? {} : { markdown }) };
  return { content: printed(asked, printable, screen), exit_code };
}

type AskedOfRouter = Extract<Asked, { readonly kind: 'answer' }>;

async function answerOfRouter(asked: AskedOfRouter, folder: string, screen: Screen): Promise<string> {
  const { command, input } = asked;
  const dataset = await openAnyDataset(folder);
  // Asked also where only the call is shown: a call that would be refused is none.
  const given = await command.ask(createCaller({ dataset }), input, dataset);
  if (asked.showCall) return callText(command, input, dataset.meta.version);
  return printed(asked, { given, shown: () => command.show(given as never) }, screen);
}

function coloured(choice: ColourChoice, { colour }: Surroundings): boolean {
  return choice === 'auto' ? colour : choice === 'always';
}

/** What is left to print: nothing, where it was written to a file. */
async function delivered(
  content: string | Uint8Array,
  asked: Asked,
  { progress }: Surroundings,
): Promise<string | Uint8Array> {
  if (!('file' in asked) || asked.file === null) return content;
  const { writeOutput } = await import('./maintain/works.ts');
  await writeOutput(asked.file, content);
  progress(`wrote ${asked.file}`);
  return '';
}

function failure(error: unknown, asked: Asked | null): Outcome {
  if (error instanceof DatasetError) return failed(error.message, fileCode);
  if (error instanceof UsageError) return failed(`${error.message}\n${pointer(error.command)}`, usageCode);
  if (error instanceof FileFailure) return failed(error.message, fileCode);
  if (error instanceof Interruption) return failed(error.message, interruptedCode);
  const command = asked !== null && 'command' in asked ? asked.command : null;
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
