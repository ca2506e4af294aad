import { z } from 'zod';
import type { Argument, CommandWords } from './command-words.ts';
import type { Shown } from './shown.ts';

/** What a command that works on folders is given. */
export interface Task {
  readonly command: FolderCommand;
  /** Options as typed: the name of the input and its text, in order. */
  readonly options: readonly (readonly [name: string, text: string])[];
  /** Arguments by their field; one that is optional may be missing. */
  readonly places: Readonly<Record<string, string>>;
  /** Folder of the option `--dataset` or of the environment; empty where none is given. */
  readonly dataset: string;
  /** Whether a person can be asked. */
  readonly interactive: boolean;
  /** Tells the person who waits how far the work is. */
  readonly progress: (line: string) => void;
}

/** What a command that works on folders has done. */
export interface Done {
  /** The whole of it, as the json output prints it. */
  readonly answer: unknown;
  readonly shown: Shown;
  /** 0, or 1 where something was found that is not as it should be. */
  readonly exit_code: 0 | 1;
}

/** Does the work of a command. */
export type Work = (task: Task) => Promise<Done>;

/** A command that works on folders and files, without the router. */
export interface FolderCommand extends CommandWords {
  readonly arguments: readonly Argument[];
  /** Loads its code, which no other command needs. */
  readonly load: () => Promise<Work>;
}

const folder: Argument = {
  field: 'folder',
  placeholder: 'DIR',
  description:
    'Folder of the dataset. Default: the one of --dataset or of the variable GOVEXPORT_DATASET, else the working directory.',
  optional: true,
};

/** The commands for people who keep a dataset. */
export const folderCommands: readonly FolderCommand[] = [
  {
    name: 'dataset validate',
    title: 'Check a dataset folder',
    summary:
      'Every problem of every file, each with the file, the field, the value and what would have been right. A valid dataset is counted, and what a person should look at is listed as warnings. Exit code 1 where there is a problem; warnings leave it at 0.',
    reference: null,
    input: z.strictObject({}),
    arguments: [folder],
    examples: () => ['my-records', 'my-records --format csv --table problems'],
    load: async () => (await import('./maintain/validate.ts')).validate,
  },
];
