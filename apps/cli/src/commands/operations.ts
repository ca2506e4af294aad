import {
  catalogue,
  exampleKeys,
  inputFields,
  recordSchemas,
  statisticNames,
  type StatisticName,
} from '@govexport/router';
import { countryName, everyRecord, tables, type Table, type TableName, type World } from '@govexport/schema';
import type { z } from 'zod';
import { flagOf } from '../args/flags.ts';
import type { Argument } from '../args/command-words.ts';
import type { AnswerCommand } from './command.ts';

/** Names of the inputs that choose programs: those that the statistics share with the list of programs. */
export function filterNames(): string[] {
  const listed = new Set(inputFields(recordSchemas.programs.list.input).map(({ name }) => name));
  return inputFields(catalogue.overview.input).flatMap(({ name }) => (listed.has(name) ? [name] : []));
}

function statisticCommand(name: StatisticName): AnswerCommand {
  const { title, summary, reference } = catalogue[name];
  return {
    name,
    title,
    summary,
    reference,
    group: 'statistics',
    get input() {
      return catalogue[name].input;
    },
    arguments: [],
    examples: (world) => [exampleChoice(catalogue[name].input, world), exampleScope(world)],
    answer: () => `statistics.${name}`,
  };
}

/** An example with a scope that is not the default; of a dataset with one scope, that of every record. */
function exampleScope({ scopes, default_scope: usual }: World): string {
  const other = Object.keys(scopes).find((name) => name !== usual) ?? everyRecord;
  return `--scope ${other} --format json`;
}

/** An example with the last option of the first choice that is the statistic's own. */
function exampleChoice(input: z.ZodType, { recipients }: World): string {
  const filters = new Set(filterNames());
  const own = inputFields(input).find(({ name, kind }) => kind === 'choice' && !filters.has(name));
  return own === undefined
    ? `--countries ${recipients.slice(0, 2).join()} --from 2010`
    : `${flagOf(own.name)} ${own.options.at(-1) ?? ''}`;
}

const searched: Argument = {
  field: 'q',
  placeholder: 'WORDS',
  description: 'Words in English, Russian or Chinese; several words in quotation marks.',
};

function commandsOf(table: Table, name: TableName): AnswerCommand[] {
  const { title, description } = table;
  const schemas = () => recordSchemas[name];
  const list = (words: Pick<AnswerCommand, 'name' | 'title' | 'arguments' | 'examples'>): AnswerCommand => ({
    ...words,
    summary: `${description} In pages; the csv output has every field.`,
    reference: null,
    group: 'records',
    get input() {
      return schemas().either.input;
    },
    answer: () => `${name}.list`,
  });
  return [
    list({
      name: `${name} list`,
      title: `${title} that a filter lets through`,
      arguments: [],
      examples: ({ recipients }) =>
        name === 'programs'
          ? [`--countries ${recipients.slice(0, 2).at(-1) ?? ''} --sort title`, '--limit 100 --format csv']
          : ['--limit 5', '--format csv'],
    }),
    list({
      name: `${name} search`,
      title: `${title} in which words stand`,
      arguments: [searched],
      examples: ({ senders }) => {
        const sender = countryName(senders[0] ?? '');
        return [quoted(sender), `"${sender} police" --limit 3 --format csv`];
      },
    }),
    ...countAndGet(table, name),
  ];
}

/** The commands that count the records of a table, and that get one. */
function countAndGet(table: Table, name: TableName): AnswerCommand[] {
  const { title, key } = table;
  const schemas = () => recordSchemas[name];
  return [
    {
      name: `${name} facets`,
      title: `${title} counted by the values of each facet`,
      summary:
        'How often each value occurs among the records that a filter and a search let through. What chooses by a facet does not narrow its own counts; unknown is counted apart.',
      reference: null,
      group: 'records',
      get input() {
        return schemas().facets.input;
      },
      arguments: [],
      examples: () => ['--values 3', '--format csv'],
      answer: () => `${name}.facets`,
    },
    {
      name: `${name} get`,
      title: getTitle(table),
      summary: getSummary(table),
      reference: null,
      group: 'records',
      get input() {
        return schemas().get.input;
      },
      get arguments() {
        return key.map((field) => keyArgument(table, field));
      },
      examples: () => examplesOf(name, key),
      answer: () => `${name}.get`,
    },
  ];
}

function getTitle({ name, singular }: Table): string {
  return name === 'sources' ? 'One source with the records that cite it' : `One ${singular} with its sources`;
}

function getSummary({ name, singular }: Table): string {
  return name === 'sources'
    ? 'Publisher, language and address of one source, with the records of every table that cite it.'
    : `Everything that is recorded of one ${singular}, with the sources that support it.`;
}

function keyArgument({ record, singular }: Table, field: string): Argument {
  const words = (record.shape[field] as z.ZodType).description ?? field;
  const description = field === 'id' ? `Id of the ${singular}.` : words;
  return { field, placeholder: field.toUpperCase(), description };
}

function examplesOf(name: TableName, fields: readonly string[]): string[] {
  const example = exampleKeys[name];
  if (example === undefined) return [];
  const key = fields.map((field) => quoted(example[field] ?? '')).join(' ');
  return [key, `${key} --format ${name === 'programs' ? 'csv --table sources' : 'json'}`];
}

/** A word as a shell takes it. */
function quoted(word: string): string {
  return /[\s()]/.test(word) ? `"${word}"` : word;
}

/**
 * The commands of what the router answers in one mapping: each statistic of the catalogue, and each table. Nothing else
 * here learns of them.
 */
export const operationCommands: readonly AnswerCommand[] = [
  ...statisticNames.map(statisticCommand),
  ...tables.flatMap((table) => commandsOf(table as unknown as Table, table.name)),
];
