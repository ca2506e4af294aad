import { showValue } from '@govexport/schema';
import type { Argument } from '../args/command-words.ts';
import { UsageError } from '../args/failures.ts';
import { alternative } from '../args/suggest.ts';
import type { Task } from './command.ts';

/** The folder that a command works on. */
export const folderArgument: Argument = {
  field: 'folder',
  placeholder: 'DIR',
  description:
    'Folder of the dataset. Default: the one of --dataset or of the variable GOVEXPORT_DATASET, else the working directory.',
  optional: true,
};

/**
 * An argument that has choices.
 *
 * @throws UsageError where it is none of them
 */
export function chosenArgument<Choice extends string>(
  { places, command }: Task,
  field: string,
  choices: readonly Choice[],
): Choice {
  const given = places[field] ?? '';
  const choice = choices.find((candidate) => candidate === given);
  if (choice !== undefined) return choice;
  throw new UsageError(`${field.toUpperCase()} is ${showValue(given)}; ${alternative(given, choices)}`, command.name);
}
