import type { Caller, Given, OperationId } from '@govexport/router';
import type { Dataset } from '@govexport/schema';
import type { Argument, CommandWords } from './command-words.ts';
import type { Shown } from './shown.ts';

/** A command that the router answers. */
export interface AnswerCommand extends CommandWords {
  /** The operation that answers an input; null where the API gives the same only as a file. */
  readonly operation: (input: Given) => OperationId | null;
  readonly ask: (caller: Caller, input: Record<string, unknown>, dataset: Dataset) => Promise<unknown>;
  readonly show: (answer: never) => Shown;
}

/** What a command is given that works or makes a file. */
export interface Task {
  readonly command: Command;
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
  /** Tells the person who waits how far the work is. */
  readonly progress: (line: string) => void;
}

/** What a command that works has done. */
export interface Done {
  /** The whole of it, as the json output prints it. */
  readonly answer: unknown;
  readonly shown: Shown;
  /** 0, or 1 where something was found that is not as it should be. */
  readonly exit_code: 0 | 1;
  /** The same as Markdown, where that is more than the tables. */
  readonly markdown?: string;
}

/** Does the work of a command. */
export type Work = (task: Task) => Promise<Done>;

/** A command that works on folders, files or the machine, without the router. */
export interface WorkCommand extends CommandWords {
  /** Loads its code, which no other command needs. */
  readonly load: () => Promise<Work>;
}

/** A command that makes one file, which is printed as it stands. */
export interface FileCommand extends CommandWords {
  /** Formats of its own, the first one by default; empty where there is but one. */
  readonly formats: readonly string[];
  readonly make: (task: Task, format: string) => Promise<string | Uint8Array>;
}

/** A command of any kind. */
export type Command = AnswerCommand | WorkCommand | FileCommand;

/** What stands behind the words of a command, in order. */
export function argumentsOf(command: Command): readonly Argument[] {
  return command.arguments;
}
