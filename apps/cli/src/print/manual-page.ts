import type { CommandWords, Words } from '../args/command-words.ts';
import { exitCodes } from '../args/exit-codes.ts';
import { aboutDataset } from './help-text.ts';
import { fieldEntries, globalEntries } from './option-entries.ts';
import { listedCommands, tableEntries } from './other-tables.ts';
import type { Entry } from './section.ts';

const groups: readonly (readonly [title: string, group: CommandWords['group']])[] = [
  ['STATISTICS', 'statistics'],
  ['RECORDS', 'records'],
  ['FILES', 'files'],
  ['DATASET FOLDERS', 'folders'],
  ['THE PROGRAM', 'program'],
];

/** The variables of the environment, with what they do. */
const variables: readonly Entry[] = [
  ['GOVEXPORT_DATASET', ['Folder of the dataset to use instead of the published one.']],
  ['GOVEXPORT_CONFIG', ['Path of the configuration file; empty for none.']],
  ['NO_COLOR', ['Where it is set and not empty, output is not coloured unless --color always is given.']],
  ['NODE_DISABLE_COMPILE_CACHE', ['1: compiled code is not kept.']],
];

const files: readonly Entry[] = [
  [
    '~/.config/govexport/config.json',
    [
      'Configuration, below XDG_CONFIG_HOME where that is set: a JSON object with any of "dataset" (folder, from that of the file), "color" and "site" (address for open). An option and a variable come before it.',
    ],
  ],
  [
    '~/.cache/govexport',
    ['Compiled code and kept answers, below XDG_CACHE_HOME where that is set. It may be deleted at any time.'],
  ],
];

/** The page for `man`, made from the commands as the help is. */
export function manualPage(words: Words): string {
  const { commands, versions } = words;
  const [program = ''] = versions.split('\n');
  const statistic = commands.find(({ group }) => group === 'statistics');
  return [
    `.TH GOVEXPORT 1 "" "${program}" "User Commands"`,
    '.SH NAME',
    `govexport \\- ${escaped(aboutDataset(words.dataset).replace(/^S/, 's'))}`,
    '.SH SYNOPSIS',
    '.B govexport',
    'COMMAND [OPTIONS]',
    '.SH DESCRIPTION',
    escaped(
      'Every number comes with its denominator, an exact interval where there is one, and the dataset that it was computed from. The published dataset is in the program; nothing is fetched.',
    ),
    '.SH OPTIONS OF EVERY COMMAND',
    ...globalEntries(null).map(entryText),
    ...groups.flatMap(([title, group]) => [
      `.SH ${title}`,
      ...listedCommands(commands)
        .filter((one) => one.group === group)
        .map((one) => commandText(one, words)),
    ]),
    '.SH EVERY OTHER TABLE',
    ...tableEntries(commands).map(entryText),
    '.SH WHICH PROGRAMS COUNT',
    'Every statistic takes these options.',
    ...(statistic === undefined ? [] : fieldEntries(statistic, words).filter.map(entryText)),
    '.SH EXIT STATUS',
    ...exitCodes.map(([code, meaning]) => entryText([String(code), [meaning]])),
    '.SH ENVIRONMENT',
    ...variables.map(entryText),
    '.SH FILES',
    ...files.map(entryText),
    '',
  ].join('\n');
}

function commandText(command: CommandWords, words: Words): string {
  const behind = command.arguments.map(({ placeholder, optional }) => (optional ? `[${placeholder}]` : placeholder));
  const { name, title, summary, group } = command;
  const { own, filter } = fieldEntries(command, words);
  const places = command.arguments.map(({ placeholder, description }): Entry => [placeholder, [description]]);
  return [
    `.SS ${escaped([name, ...behind].join(' '))}`,
    escaped(`${title}. ${summary}`),
    ...[...places, ...own, ...(group === 'statistics' ? [] : filter)].map(entryText),
  ].join('\n');
}

function entryText([term, paragraphs]: Entry): string {
  return ['.TP', `.B ${escaped(term)}`, ...paragraphs.map(escaped)].join('\n');
}

/** Signs that roff would read otherwise; a line must not begin with a point or an apostrophe. */
function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^(?=[.'])/, '\\&');
}
