import { codes } from './args/exit-codes.ts';
import { FileFailure, Interruption, UsageError } from './args/failures.ts';
import type { Words } from './args/command-words.ts';
import type { ColourChoice } from './args/global-options.ts';
import { parseArguments, type CommandCall } from './args/parse-arguments.ts';
import { helpText } from './print/help-text.ts';
import { completions } from './print/completions.ts';
import { keepAnswer, keptAnswer, questionOf } from './start/kept-answers.ts';
import { refusal, success, type Outcome } from './start/outcome.ts';
import type { Surroundings } from './start/surroundings.ts';

type Answering = typeof import('./answering.ts');

/** The commands: as data, and what answers them, which is loaded where it is needed. */
export interface Program {
  readonly words: Words;
  /** What the first example of a command prints; empty where that depends on the place. */
  readonly example: (name: string) => readonly string[];
  readonly load: () => Promise<Answering>;
}

/** Answers arguments, without touching the streams of the process. */
export async function run(args: readonly string[], surroundings: Surroundings, program: Program): Promise<Outcome> {
  try {
    return await outcomeOf(args, surroundings, program);
  } catch (error) {
    if (error instanceof UsageError) return refusal(error.message, codes.usage, error.command);
    if (error instanceof FileFailure) return refusal(error.message, codes.files);
    if (error instanceof Interruption) return refusal(error.message, codes.interrupted);
    throw error;
  }
}

async function outcomeOf(args: readonly string[], surroundings: Surroundings, program: Program): Promise<Outcome> {
  const { words } = program;
  const [first, ...rest] = args;
  if (first === '__complete') return success(completions(words.commands, rest));
  const parsed = parseArguments(words.commands, args);
  if (parsed.kind === 'help') return success(helpText(parsed.of, program, surroundings.width));
  const dataset = parsed.dataset ?? surroundings.dataset;
  if (parsed.kind === 'call') return answerOf(parsed, { ...surroundings, dataset }, program);
  if (dataset === '') return success(words.versions);
  const { versionsOf } = await program.load();
  return success(await versionsOf(dataset));
}

/** An answer that is kept, or one that is computed. */
async function answerOf(call: CommandCall, surroundings: Surroundings, program: Program): Promise<Outcome> {
  const { width, answers, dataset } = surroundings;
  const screen = { width, colour: coloured(call.colour, surroundings) };
  const question = answers === null ? null : questionOf(call, program.words.build, { dataset, screen });
  const kept = answers === null || question === null ? null : keptAnswer(answers, question);
  if (kept !== null) return success(kept);
  const { answer, commands } = await program.load();
  const outcome = await answer(call, { ...surroundings, screen, words: program.words, commands });
  if (answers !== null && question !== null && outcome.exit_code === 0) keepAnswer(answers, question, outcome.stdout);
  return outcome;
}

function coloured(choice: ColourChoice, { colour }: Surroundings): boolean {
  return choice === 'auto' ? colour : choice === 'always';
}
