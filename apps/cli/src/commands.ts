import {
  askStatistic,
  catalogue,
  inputFields,
  present,
  recordSchemas,
  statisticNames,
  type Caller,
  type InputField,
  type StatisticAnswer,
  type StatisticName,
} from '@govexport/router';
import type { z } from 'zod';
import type { Argument, CommandWords } from './command-words.ts';
import { folderCommands, type FolderCommand } from './folder-commands.ts';
import { datasetCommands } from './records/dataset-commands.ts';
import { tableCommands } from './records/table-commands.ts';
import { plain, type Shown } from './shown.ts';

/** A command that the router answers. */
export interface AnswerCommand extends CommandWords {
  readonly arguments: readonly Argument[];
  readonly ask: (caller: Caller, input: Record<string, unknown>) => Promise<unknown>;
  readonly show: (answer: never) => Shown;
}

/** A command that the router answers, or one that works on folders. */
export type Command = AnswerCommand | FolderCommand;

/** What stands behind the words of a command, in order. */
export function argumentsOf(command: Command): readonly Argument[] {
  return command.arguments;
}

/** Names of the inputs that choose programs: those that the statistics share with the list of programs. */
export function filterNames(): ReadonlySet<string> {
  const listed = new Set(namesOf(recordSchemas.programs.list.input));
  return new Set(namesOf(catalogue.overview.input).filter((name) => listed.has(name)));
}

function namesOf(input: z.ZodType): string[] {
  return inputFields(input).map(({ name }) => name);
}

/** The option of an input: `minimum_sources` is `--minimum-sources`. */
export function flagOf(name: string): string {
  return `--${name.replaceAll('_', '-')}`;
}

/** The inputs of a command that are options. */
export function optionsOf(command: Command): readonly InputField[] {
  const places = new Set(argumentsOf(command).map(({ field }) => field));
  return command.input === null ? [] : inputFields(command.input).filter(({ name }) => !places.has(name));
}

function statisticCommand(name: StatisticName): AnswerCommand {
  const { title, summary, reference, input } = catalogue[name];
  return {
    name,
    title,
    summary,
    reference,
    input,
    arguments: [],
    examples: () => [exampleChoice(input), '--scope article --format json'],
    ask: (caller, given) => askStatistic(caller, name, given),
    show: (answer: StatisticAnswer) => {
      const { finding, tables } = present(answer);
      return { finding, tables: tables.map(plain) };
    },
  };
}

/** An example with the last option of the first choice that is the statistic's own. */
function exampleChoice(input: z.ZodType): string {
  const filters = filterNames();
  const own = inputFields(input).find(({ name, kind }) => kind === 'choice' && !filters.has(name));
  return own === undefined ? '--countries KZ,KG --from 2010' : `${flagOf(own.name)} ${own.options.at(-1) ?? ''}`;
}

/** Every command: for each statistic of the catalogue, for tables and the dataset, and for folders. */
export const commands: readonly Command[] = [
  ...statisticNames.map(statisticCommand),
  ...tableCommands,
  ...datasetCommands,
  ...folderCommands,
];
