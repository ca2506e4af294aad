import { fieldsIn, inputFields, type Given, type OperationId, type View } from '@govexport/router';
import { withSender, type Dataset, type World } from '@govexport/schema';
import type { z } from 'zod';
import type { Progress } from '../start/progress.ts';
import type { CommandTexts, CommandWords, Words } from '../args/command-words.ts';

interface AnyCommand extends CommandTexts {
  /** Input that its options are made from. */
  readonly input: z.ZodType | null;
  /** What may stand behind it; the help prints what the first one answers. */
  readonly examples: (world: World) => readonly string[];
}

/** An answer that no operation gives, and what is shown of it. */
export interface OwnAnswer {
  readonly from: (dataset: Dataset, input: Given) => unknown;
  readonly show: (answer: never) => View;
}

/** A command that answers a question. */
export interface AnswerCommand extends AnyCommand {
  /** The operation that answers an input, or what answers it where the API gives the same only as a file. */
  readonly answer: ((input: Given) => OperationId) | OwnAnswer;
}

/** What a command is given that works or makes a file. */
export interface Task {
  readonly command: CommandWords;
  /** Options as typed: the name of the input and its text, in order. */
  readonly options: readonly (readonly [name: string, text: string])[];
  /** Arguments by their field; one that is optional may be missing. */
  readonly places: Readonly<Record<string, string>>;
  /** Folder of the option `--dataset` or of the environment; empty where none is given. */
  readonly dataset: string;
  /** Address of the site that the configuration names. */
  readonly site: string | null;
  /** Whether a person can be asked. */
  readonly interactive: boolean;
  /** Every command as data. */
  readonly words: Words;
  /** Tells the person who waits how far the work is, and which part of it is done where that is known. */
  readonly progress: Progress;
}

/** What a command that works has done. */
export interface Done {
  /** The whole of it, as the json output prints it. */
  readonly answer: unknown;
  readonly shown: View;
  /** 0, or 1 where something was found that is not as it should be. */
  readonly exit_code: 0 | 1;
  /** The same as Markdown, where that is more than the tables. */
  readonly markdown?: string;
}

/** A command that works on folders, files or the machine, without the router. */
export interface WorkCommand extends AnyCommand {
  /** Does its work; loads the code for it, which no other command needs. */
  readonly perform: (task: Task) => Promise<Done>;
}

/** A command that makes one file, which is printed as it stands. */
export interface FileCommand extends AnyCommand {
  /** Formats of its own, the first one by default; empty where there is but one. */
  readonly formats: readonly string[];
  readonly make: (task: Task, format: string) => Promise<string | Uint8Array>;
}

/** A command of any kind. */
export type Command = AnswerCommand | WorkCommand | FileCommand;

/** A command as data, with what the dataset declares. */
export function wordsOf(command: Command, world: World): CommandWords {
  const { name, former, title, summary, reference, group, input, examples } = command;
  const fields = input === null ? [] : fieldsIn(inputFields(input), world);
  const behind = new Set(command.arguments.map(({ field }) => field));
  const kindOf = (field: string) => fields.find((one) => one.name === field)?.kind ?? 'text';
  return {
    ...{
      name,
      ...(former === undefined ? {} : { former }),
      title,
      summary: withSender(summary, world.senders),
      reference,
      group,
    },
    arguments: command.arguments.map((one) => ({ ...one, kind: kindOf(one.field) })),
    kind: 'answer' in command ? 'answer' : 'make' in command ? 'file' : 'work',
    options: fields.filter((field) => !behind.has(field.name)),
    formats: 'make' in command ? command.formats : [],
    examples: examples(world),
  };
}
