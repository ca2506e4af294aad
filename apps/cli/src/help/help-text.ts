import type { Argument } from '../command-words.ts';
import { argumentsOf, type Command } from '../command-kinds.ts';
import { commands } from '../commands.ts';
import { exitCodes } from '../exit-codes.ts';
import { cut } from '../text/cut.ts';
import { wrapText } from '../text/wrap-text.ts';
import { fieldEntries, globalEntries } from './option-entries.ts';
import { exampleOutput } from './example-output.ts';
import { isOfOtherTable, tableEntries } from './other-tables.ts';
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
    commands.filter((command) => command.group === group && !isOfOtherTable(command)).map(commandEntry);
  return [
    'Usage: govexport COMMAND [OPTIONS]',
    paragraph(
      'Statistics and records of training programs held in China for Central Asian officials. Every number comes with its denominator, an exact interval where there is one, and the dataset that it was computed from.',
      width,
    ),
    section('Statistics', listed('statistics'), width),
    section('Records', listed('records'), width),
    section('Every other table', tableEntries, width),
    section('Files', listed('files'), width),
    section('Dataset folders', listed('folders'), width),
    section('The program', listed('program'), width),
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
    exampleLines(name, examples(), width),
    reference === null
      ? ''
      : `Reference:\n${wrapText(reference, width - 2)
          .map((line) => `  ${line}`)
          .join('\n')}`,
  ];
}

function exampleLines(name: string, examples: readonly string[], width: number): string {
  if (examples.length === 0) return '';
  const [first, ...others] = examples.map((rest) => `  govexport ${name} ${rest}`.trimEnd());
  const output = exampleOutput(name).map((line) => (line === '' ? '' : `    ${cut(line, width - 4, 'end')}`));
  return ['Examples:', first, ...output, ...(output.length === 0 || others.length === 0 ? [] : ['']), ...others].join(
    '\n',
  );
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
