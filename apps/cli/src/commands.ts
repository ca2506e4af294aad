import {
  askStatistic,
  catalogue,
  inputFields,
  present,
  recordSchemas,
  statisticNames,
  type InputField,
  type StatisticAnswer,
  type StatisticName,
} from '@govexport/router';
import type { z } from 'zod';
import { argumentsOf, type AnswerCommand, type Command } from './command-kinds.ts';
import { fileCommands } from './file-commands.ts';
import { folderCommands } from './folder-commands.ts';
import { programCommands } from './program-commands.ts';
import { datasetCommands } from './records/dataset-commands.ts';
import { tableCommands } from './records/table-commands.ts';
import { plain } from './shown.ts';

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
    group: 'statistics',
    input,
    arguments: [],
    examples: () => [exampleChoice(input), '--scope article --format json'],
    operation: () => `statistics.${name}`,
    ask: (caller, given) => askStatistic(caller, name, given),
    show: (answer: StatisticAnswer) => {
      const { finding, tables, chart } = present(answer);
      return { finding, tables: tables.map(plain), chart };
    },
  };
}

/** An example with the last option of the first choice that is the statistic's own. */
function exampleChoice(input: z.ZodType): string {
  const filters = filterNames();
  const own = inputFields(input).find(({ name, kind }) => kind === 'choice' && !filters.has(name));
  return own === undefined ? '--countries KZ,KG --from 2010' : `${flagOf(own.name)} ${own.options.at(-1) ?? ''}`;
}

/** Every command: for each statistic of the catalogue, for tables and the dataset, for files, folders and the program itself. */
export const commands: readonly Command[] = [
  ...statisticNames.map(statisticCommand),
  ...tableCommands,
  ...datasetCommands,
  ...fileCommands,
  ...folderCommands,
  ...programCommands,
];
