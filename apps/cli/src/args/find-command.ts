import { showValue } from '@govexport/schema';
import type { CommandWords } from './command-words.ts';
import { globalOptions } from './global-options.ts';
import { alternative } from './suggest.ts';
import { tokenize } from './tokenize.ts';
import { UsageError } from './failures.ts';

/** The command that the arguments name, and the arguments without its words. */
export interface Found {
  /** A command, the first words of several commands such as `programs`, or null where no word is given. */
  readonly found: CommandWords | string | null;
  readonly rest: readonly string[];
}

const globalFlags = globalOptions.map(({ name }) => `--${name}`).join(', ');

/** The next words of the commands that begin with a word or several. */
export function groupNames(commands: readonly CommandWords[], group: string): string[] {
  const rests = commands.flatMap(({ name }) => (name.startsWith(`${group} `) ? [name.slice(group.length + 1)] : []));
  return [...new Set(rests.map((rest) => rest.split(' ')[0] ?? ''))];
}

/**
 * Finds the command among the arguments. Only options that every command has may stand before it.
 *
 * @throws UsageError where there is no such command
 */
export function findCommand(commands: readonly CommandWords[], args: readonly string[]): Found {
  const { firstWord: index, options } = tokenize(args, []);
  const early = options.find((option) => !option.known && (index === null || option.index < index));
  if (early !== undefined) {
    throw new UsageError(`${showValue(early.raw)} stands before the command; allowed there is one of ${globalFlags}.`);
  }
  if (index === null) return { found: null, rest: args };
  const word = args[index] ?? '';
  const before = args.slice(0, index);
  const after = args.slice(index + 1);
  if (word === 'help') return findCommand(commands, [...before, ...after, '--help']);
  // A word that is a command may begin others too: "transfers" is a statistic, "transfers list" a list of records.
  const double = commands.find((command) => isCalled(command, `${word} ${after[0] ?? ''}`));
  if (double !== undefined) return { found: double, rest: [...before, ...after.slice(1)] };
  const single = commands.find(({ name }) => name === word);
  if (single !== undefined) return { found: single, rest: [...before, ...after] };
  if (groupNames(commands, word).length === 0) throw unknownCommand(word, firstWords(commands), '');
  const { found, rest } = findInGroup(commands, word, after);
  return { found, rest: [...before, ...rest] };
}

/** Goes on with the words behind the first words of several commands. */
function findInGroup(commands: readonly CommandWords[], group: string, after: readonly string[]): Found {
  const [word, ...others] = after;
  if (word === undefined || word.startsWith('-')) return { found: group, rest: after };
  const name = `${group} ${word}`;
  const command = commands.find((candidate) => isCalled(candidate, name));
  if (command !== undefined) return { found: command, rest: others };
  if (groupNames(commands, name).length > 0) return findInGroup(commands, name, others);
  throw unknownCommand(word, groupNames(commands, group), group);
}

function isCalled({ name, former }: CommandWords, words: string): boolean {
  return name === words || former === words;
}

function firstWords(commands: readonly CommandWords[]): string[] {
  return [...new Set(commands.map(({ name }) => name.split(' ')[0] ?? ''))];
}

function unknownCommand(given: string, names: readonly string[], group: string): UsageError {
  const missing = group === '' ? 'no command' : `no command of ${group}`;
  return new UsageError(`${showValue(given)} is ${missing}; ${alternative(given, names)}`, group);
}
