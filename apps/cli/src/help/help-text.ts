import { tables } from '@govexport/schema';
import type { Argument } from '../command-words.ts';
import { argumentsOf, type Command } from '../command-kinds.ts';
import { commands } from '../commands.ts';
import { exitCodes } from '../exit-codes.ts';
import { wrapText } from '../text/wrap-text.ts';
import { fieldEntries, globalEntries } from './option-entries.ts';
import { section, type Entry } from './section.ts';

const readableWidth = 80;
const widest = 100;

/** Help for a command, for the commands that begin with a word, or for the whole program. */
export function helpText(of: Command | string | null, terminal: number | null): string {
  const width = Math.min(terminal ?? readableWidth, widest);
  const blocks = of === null ? rootHelp(width) : typeof of === 'string' ? groupHelp(of, width) : commandHelp(of, width);
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function rootHelp(width: number): string[] {
  const listed = (group: Command['group']) =>
    commands.filter((command) => command.group === group && !others.has(command.name.split(' ')[0] ?? ''));
  const statistics = commands.filter(({ group }) => group === 'statistics');
  return [
    'Usage: govexport COMMAND [OPTIONS]',
    paragraph(
      'Statistics and records of training programs held in China for Central Asian officials. Every number comes with its denominator, an exact interval where there is one, and the dataset that it was computed from.',
      width,
    ),
    section('Statistics', statistics.map(commandEntry), width),
    section('Records', listed('records').map(commandEntry), width),
    section('Every other table', otherEntries, width),
    section('Files', listed('files').map(commandEntry), width),
    section('Dataset folders', listed('folders').map(commandEntry), width),
    section('The program', listed('program').map(commandEntry), width),
    section('Options of every command', globalEntries(null), width),
    'Examples:\n  govexport overview\n  govexport trend --scope article\n  govexport share --countries KZ,KG --format json\n  govexport programs list --domains security --format csv',
    section(
      'Exit codes',
      exitCodes.map(([code, meaning]) => [String(code), [meaning]]),
      width,
    ),
    '"govexport COMMAND --help" tells what a command answers and its options.',
  ];
}

/** The tables beside programs and sources; their commands are alike. */
const others: ReadonlySet<string> = new Set(
  tables.map(({ name }) => name).filter((name) => name !== 'programs' && name !== 'sources'),
);

const otherEntries: readonly Entry[] = [
  ['TABLE list', ['Its records that a filter lets through']],
  ['TABLE search WORDS', ['Its records in which words stand']],
  ['TABLE facets', ['Its records counted by the values of each facet']],
  ['TABLE get KEY', [`One record. TABLE is one of ${[...others].join(', ')}.`]],
];

function groupHelp(group: string, width: number): string[] {
  const members = commands.filter(({ name }) => name.startsWith(`${group} `));
  return [`Usage: govexport ${group} COMMAND [OPTIONS]`, section('Commands', members.map(commandEntry), width)];
}

function commandHelp(command: Command, width: number): string[] {
  const { name, title, summary, reference, examples } = command;
  const { own, filter } = fieldEntries(command);
  const behind = argumentsOf(command);
  return [
    `Usage: govexport ${[name, ...behind.map(usageOf)].join(' ')} [OPTIONS]`,
    `${paragraph(title, width)}\n\n${paragraph(summary, width)}`,
    section(behind.length > 1 ? 'Arguments' : 'Argument', behind.map(argumentEntry), width),
    section('Options', own, width),
    section(
      reference === null && !name.startsWith('programs ') ? 'Which records count' : 'Which programs count',
      filter,
      width,
    ),
    section('Options of every command', globalEntries(command), width),
    exampleLines(name, examples()),
    reference === null
      ? ''
      : `Reference:\n${wrapText(reference, width - 2)
          .map((line) => `  ${line}`)
          .join('\n')}`,
  ];
}

function exampleLines(name: string, examples: readonly string[]): string {
  return examples.length === 0
    ? ''
    : ['Examples:', ...examples.map((rest) => `  govexport ${name} ${rest}`.trimEnd())].join('\n');
}

function usageOf({ placeholder, optional }: Argument): string {
  return optional === undefined ? placeholder : `[${placeholder}]`;
}

function argumentEntry({ placeholder, description }: Argument): Entry {
  return [placeholder, [description]];
}

function commandEntry({ name, title }: Command): Entry {
  return [name, [title]];
}

function paragraph(text: string, width: number): string {
  return wrapText(text, width).join('\n');
}
