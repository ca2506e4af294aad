import type { Argument, CommandWords, Words } from '../args/command-words.ts';
import { exitCodes } from '../args/exit-codes.ts';
import { cut } from './cut.ts';
import { fieldEntries, globalEntries } from './option-entries.ts';
import { listedCommands, tableEntries } from './other-tables.ts';
import { section, type Entry } from './section.ts';
import { wrapText } from './wrap-text.ts';

const readableWidth = 80;
const widest = 100;

/** What the help tells of. */
interface About {
  readonly words: Words;
  /** What the first example of a command prints; empty where that depends on the place. */
  readonly example: (name: string) => readonly string[];
}

/** Help for a command, for the commands that begin with a word, or for the whole program. */
export function helpText(of: CommandWords | string | null, about: About, terminal: number | null): string {
  const width = Math.min(terminal ?? readableWidth, widest);
  const { commands } = about.words;
  const blocks =
    of === null
      ? rootHelp(about.words, width)
      : typeof of === 'string'
        ? groupHelp(commands, of, width)
        : commandHelp(of, about, width);
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function rootHelp({ commands, dataset }: Words, width: number): string[] {
  const listed = (group: CommandWords['group']) =>
    listedCommands(commands)
      .filter((command) => command.group === group)
      .map(commandEntry);
  return [
    'Usage: govexport COMMAND [OPTIONS]',
    paragraph(
      `${aboutDataset(dataset)}. Every number comes with its denominator, an exact interval where there is one, and the dataset that it was computed from.`,
      width,
    ),
    section('Statistics', listed('statistics'), width),
    section('Records', listed('records'), width),
    section('Every other table', tableEntries(commands), width),
    section('Files', listed('files'), width),
    section('Dataset folders', listed('folders'), width),
    section('The program', listed('program'), width),
    section('Options of every command', globalEntries(null), width),
    `Examples:\n  govexport overview\n  govexport trend --scope ${scopeExample(commands)}\n  govexport share --countries ${dataset.recipients.slice(0, 2).join()} --format json\n  govexport programs list --domains security --format csv`,
    section(
      'Exit codes',
      exitCodes.map(([code, meaning]) => [String(code), [meaning]]),
      width,
    ),
    '"govexport COMMAND --help" tells what a command answers and its options.',
  ];
}

/** Of what the program tells, in a few words. */
export function aboutDataset({ title }: Words['dataset']): string {
  // A name keeps its capitals.
  const words = /^\p{Lu}[\p{Ll} ]/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
  return `Statistics and records of ${words.replace(/\.$/, '')}`;
}

/** A scope beside the default one; the last one, all, where there is no other. */
function scopeExample(commands: readonly CommandWords[]): string {
  const scope = commands.flatMap(({ options }) => options).find(({ vocabulary }) => vocabulary === 'scope');
  return scope?.options.find((name) => name !== scope.default) ?? '';
}

function groupHelp(commands: readonly CommandWords[], group: string, width: number): string[] {
  const members = commands.filter(({ name }) => name.startsWith(`${group} `));
  return [`Usage: govexport ${group} COMMAND [OPTIONS]`, section('Commands', members.map(commandEntry), width)];
}

function commandHelp(command: CommandWords, { words, example }: About, width: number): string[] {
  const { name, title, summary, reference, arguments: behind } = command;
  const { own, filter } = fieldEntries(command, words);
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
    exampleLines(command, example(name), width),
    reference === null
      ? ''
      : `Reference:\n${wrapText(reference, width - 2)
          .map((line) => `  ${line}`)
          .join('\n')}`,
  ];
}

function exampleLines({ name, examples }: CommandWords, printed: readonly string[], width: number): string {
  if (examples.length === 0) return '';
  const [first, ...others] = examples.map((rest) => `  govexport ${name} ${rest}`.trimEnd());
  const output = printed.map((line) => (line === '' ? '' : `    ${cut(line, width - 4, 'end')}`));
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

function commandEntry({ name, title }: CommandWords): Entry {
  return [name, [title]];
}

function paragraph(text: string, width: number): string {
  return wrapText(text, width).join('\n');
}
