import type { CommandWords } from '../args/command-words.ts';
import { flagOf, flagsOf } from '../args/flags.ts';
import { colourChoices, formats, globalOptions } from '../args/global-options.ts';

/** What may stand at a place of the line, with what it means. */
type Candidate = readonly [word: string, meaning: string];

/**
 * What may stand in the place of the last word of a line: one candidate a line, with a tab before what it means. Nothing
 * where anything may stand.
 *
 * @param line - the words behind `govexport`; the last one is begun, or empty
 */
export function completions(commands: readonly CommandWords[], line: readonly string[]): string {
  const before = line.slice(0, -1);
  // Windows PowerShell passes an empty word on only with quotation marks around it.
  const begun = (line.at(-1) ?? '').replace(/^""$/, '');
  const name = nameIn(commands, before);
  const command = commands.find((one) => one.name === name) ?? null;
  const values = valuesOf(command, before.at(-1) ?? '');
  const candidates = values ?? (begun.startsWith('-') ? flags(command) : nextWords(commands, name));
  // The values of a list stand behind each other, with commas.
  const kept = values === null ? '' : begun.slice(0, begun.lastIndexOf(',') + 1);
  return candidates
    .filter(([word]) => word.startsWith(begun.slice(kept.length)))
    .map(([word, meaning]) => `${kept}${word}\t${meaning}\n`)
    .join('');
}

/** The words of a command, or the first words of several, with which a line begins. */
function nameIn(commands: readonly CommandWords[], line: readonly string[]): string {
  let found = '';
  for (const word of line) {
    const longer = found === '' ? word : `${found} ${word}`;
    if (!commands.some(({ name }) => `${name} `.startsWith(`${longer} `))) break;
    found = longer;
  }
  return found;
}

/** What the option that stands before may be given; null where no option waits for a value. */
function valuesOf(command: CommandWords | null, flag: string): Candidate[] | null {
  const own = command?.options.find(({ name }) => flagOf(name) === flag);
  if (own !== undefined) return own.kind === 'boolean' ? null : own.options.map((value) => [value, '']);
  const common = globalOptions.find(({ name, short }) => flag === `--${name}` || flag === `-${short ?? ''}`);
  if (common === undefined || common.placeholder === null) return null;
  const choices = { format: command?.kind === 'file' ? command.formats : formats, color: colourChoices };
  const known = Object.entries(choices).find(([name]) => name === common.name)?.[1] ?? [];
  return known.map((value) => [value, '']);
}

function flags(command: CommandWords | null): Candidate[] {
  const own = command?.options ?? [];
  return [
    ...own.flatMap((field) => flagsOf([field]).map((flag): Candidate => [flag, brief(field.description)])),
    ...globalOptions.map(({ name, description }): Candidate => [`--${name}`, brief(description)]),
  ];
}

/** The next word of the commands that begin with some, each once. */
function nextWords(commands: readonly CommandWords[], group: string): Candidate[] {
  const begin = group === '' ? '' : `${group} `;
  const next = new Map<string, string>();
  for (const { name, title } of commands.filter((one) => one.name.startsWith(begin))) {
    const [word = '', more] = name.slice(begin.length).split(' ');
    if (!next.has(word)) next.set(word, more === undefined ? title : '');
  }
  return [...next];
}

/** The first sentence. */
function brief(description: string): string {
  return /^.*?\.(?= |$)/.exec(description)?.[0] ?? description;
}
