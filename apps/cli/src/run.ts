import { codes } from './args/exit-codes.ts';
import { FileFailure, Interruption, UsageError } from './args/failures.ts';
import type { CommandWords, Words } from './args/command-words.ts';
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
  if (first === '__complete') {
    const { commands } = await wordsFor(datasetIn(rest) ?? surroundings.dataset, program);
    return success(completions(commands, rest));
  }
  const parsed = parseArguments(words.commands, args);
  if (parsed.kind === 'help') {
    const dataset = datasetIn(args) ?? surroundings.dataset;
    // What an example prints is known of the published dataset alone.
    const example = dataset === '' ? program.example : () => [];
    const about = { words: await wordsFor(dataset, program), example };
    return success(helpText(sameIn(about.words, parsed.of), about, surroundings.width));
  }
  const dataset = parsed.dataset ?? surroundings.dataset;
  if (parsed.kind === 'call') return answerOf(parsed, { ...surroundings, dataset }, program);
  if (dataset === '') return success(words.versions);
  const { versionsOf } = await program.load();
  return success(await versionsOf(dataset));
}

/** A command as a dataset has it. */
function sameIn({ commands }: Words, of: CommandWords | string | null): CommandWords | string | null {
  if (of === null || typeof of === 'string') return of;
  return commands.find(({ name }) => name === of.name) ?? of;
}

/** The commands as a dataset has them; those of the published one are written beside the code. */
async function wordsFor(dataset: string, { words, load }: Program): Promise<Words> {
  return dataset === '' ? words : (await load()).wordsIn(words, dataset);
}

/** The dataset that is named last, also in a line that is not whole; null where none is. */
function datasetIn(args: readonly string[]): string | null {
  const named = args.flatMap((word, at) => {
    if (word.startsWith('--dataset=')) return word.slice('--dataset='.length);
    return word === '--dataset' ? (args[at + 1] ?? []) : [];
  });
  return named.at(-1) ?? null;
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
