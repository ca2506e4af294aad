import {
  askStatistic,
  catalogue,
  inputFields,
  ListInput,
  present,
  statisticNames,
  type Caller,
  type InputField,
  type StatisticAnswer,
  type StatisticName,
} from '@govexport/router';
import type { z } from 'zod';
import type { Argument, CommandWords } from './command-words.ts';
import { folderCommands, type FolderCommand } from './folder-commands.ts';
import { showMeta } from './records/show-meta.ts';
import { showProgram, showPrograms } from './records/show-programs.ts';
import { showSource } from './records/show-source.ts';
import { plain, type Shown } from './shown.ts';

/** A command that the router answers. */
export interface AnswerCommand extends CommandWords {
  readonly argument: Argument | null;
  readonly ask: (caller: Caller, input: Record<string, unknown>) => Promise<unknown>;
  readonly show: (answer: never) => Shown;
}

/** A command that the router answers, or one that works on folders. */
export type Command = AnswerCommand | FolderCommand;

/** What stands behind the words of a command, in order. */
export function argumentsOf(command: Command): readonly Argument[] {
  if ('arguments' in command) return command.arguments;
  return command.argument === null ? [] : [command.argument];
}

/** Names of the inputs that choose programs: those that the statistics share with the list of programs. */
export function filterNames(): ReadonlySet<string> {
  const listed = new Set(namesOf(ListInput));
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
export function optionsOf({ input }: CommandWords): readonly InputField[] {
  return input === null ? [] : inputFields(input);
}

function statisticCommand(name: StatisticName): AnswerCommand {
  const { title, summary, reference, input } = catalogue[name];
  return {
    name,
    title,
    summary,
    reference,
    input,
    argument: null,
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

const recordCommands: readonly AnswerCommand[] = [
  {
    name: 'programs list',
    title: 'Programs that a filter lets through',
    summary: 'Programs in pages, every record unless a scope or a filter is given. The csv output has every field.',
    reference: null,
    input: ListInput,
    argument: null,
    examples: () => ['--countries KG --sort title', '--limit 100 --format csv'],
    ask: (caller, given) => caller.programs.list(given),
    show: showPrograms,
  },
  {
    name: 'programs get',
    title: 'One program with its sources',
    summary: 'Everything that is recorded of one program, with the sources that support it.',
    reference: null,
    input: null,
    argument: { field: 'id', placeholder: 'ID', description: 'Id of the program, such as GX-0001.' },
    examples: () => ['GX-0001', 'GX-0001 --format csv --table sources'],
    ask: (caller, given) => caller.programs.get(given as { id: string }),
    show: showProgram,
  },
  {
    name: 'sources get',
    title: 'One source with the programs that cite it',
    summary: 'Publisher, language and address of one source, with the programs that cite it.',
    reference: null,
    input: null,
    argument: { field: 'id', placeholder: 'ID', description: 'Id of the source, such as S-0001.' },
    examples: () => ['S-0001', 'S-0001 --format json'],
    ask: (caller, given) => caller.sources.get(given as { id: string }),
    show: showSource,
  },
  {
    name: 'meta',
    title: 'The dataset, its cautions and its vocabularies',
    summary: 'What the dataset says about itself, every statistic, and every vocabulary with its definitions.',
    reference: null,
    input: null,
    argument: null,
    examples: () => ['--table about', '--format csv --table vocabularies'],
    ask: (caller) => caller.meta(),
    show: showMeta,
  },
];

/** Every command: one for each statistic of the catalogue, then those for records and those for folders. */
export const commands: readonly Command[] = [
  ...statisticNames.map(statisticCommand),
  ...recordCommands,
  ...folderCommands,
];
