import type { InputField } from '@govexport/router';
import { showValue } from '@govexport/schema';
import type { CommandWords } from './command-words.ts';
import { findCommand, groupNames } from './find-command.ts';
import { flagOf, flagsOf } from './flags.ts';
import { globalOptions } from './global-options.ts';
import { outputOf, placeOf, type Output } from './output.ts';
import { alternative } from './suggest.ts';
import { tokenize, type OptionToken } from './tokenize.ts';
import { UsageError } from './failures.ts';

/** A command with what was typed behind it, whose values are judged later by the schema of its input. */
export interface CommandCall extends Output {
  readonly kind: 'call';
  readonly command: CommandWords;
  /** The name of each option and its text, in order. */
  readonly options: readonly [name: string, text: string][];
  /** Arguments by their field. */
  readonly places: Readonly<Record<string, string>>;
}

/** What the arguments ask for. */
export type Asked =
  | { readonly kind: 'help'; readonly of: CommandWords | string | null }
  | { readonly kind: 'version'; readonly dataset: string | null }
  | CommandCall;

/**
 * Reads the arguments behind `govexport`.
 *
 * @throws UsageError where a command, an option or a value of the output is not allowed; values of inputs are judged
 * later by the schema of the statistic
 */
export function parseArguments(commands: readonly CommandWords[], args: readonly string[]): Asked {
  if (args.length === 0) return { kind: 'help', of: null };
  const { found, rest } = findCommand(commands, args);
  const command = typeof found === 'object' ? found : null;
  const { options, words } = tokenize(rest, command?.options ?? []);
  if (options.some(({ name }) => name === 'help')) return { kind: 'help', of: found };
  const name = command?.name ?? '';
  const given = checkOptions(options, command);
  if (given.has('version')) return { kind: 'version', dataset: placeOf(given, { option: 'dataset', name }) };
  if (command === null) throw missingCommand(commands, typeof found === 'string' ? found : null);
  const places = Object.fromEntries(readArguments(words, command));
  return { kind: 'call', command, options: readOptions(options, command), places, ...outputOf(given, command) };
}

function missingCommand(commands: readonly CommandWords[], group: string | null): UsageError {
  if (group === null) return new UsageError('no command is given.');
  return new UsageError(
    `${group} needs another word; allowed is one of ${groupNames(commands, group).join(', ')}.`,
    group,
  );
}

/** The last value of each option, after a check that the command has it and that it came as it must. */
function checkOptions(options: readonly OptionToken[], command: CommandWords | null): Map<string, string | null> {
  const name = command?.name ?? '';
  for (const { raw, known, takesValue, value } of options) {
    if (!known && command !== null) throw unknownOption(raw, command);
    if (takesValue === 'always' && value === null) throw new UsageError(`${raw} needs a value.`, name);
    if (takesValue === 'never' && value !== null) throw new UsageError(`${raw} takes no value.`, name);
  }
  return new Map(options.map(({ name: option, value }) => [option, value]));
}

function unknownOption(raw: string, command: CommandWords): UsageError {
  const all = [...flagsOf(command.options), ...globalOptions.map((option) => `--${option.name}`)];
  return new UsageError(`${showValue(raw)} is no option of ${command.name}; ${alternative(raw, all)}`, command.name);
}

function readOptions(options: readonly OptionToken[], command: CommandWords): [string, string][] {
  const fields = new Map(command.options.map((field) => [flagOf(field.name).slice(2), field]));
  return options.flatMap(({ name, value }): [string, string][] => {
    const [field, negated] = fieldOf(fields, name);
    return field === undefined ? [] : [[field.name, value ?? String(!negated)]];
  });
}

function fieldOf(fields: ReadonlyMap<string, InputField>, option: string): [InputField | undefined, boolean] {
  const own = fields.get(option);
  return own === undefined && option.startsWith('no-') ? [fields.get(option.slice(3)), true] : [own, false];
}

/** The words behind the command, each as the text of its input. */
function readArguments(words: readonly string[], command: CommandWords): [string, string][] {
  const { name } = command;
  const places = command.arguments;
  const extra = words[places.length];
  if (extra !== undefined) throw new UsageError(`${showValue(extra)} is one word too many for ${name}.`, name);
  const missing = places.find(({ optional }, index) => optional === undefined && words[index] === undefined);
  if (missing !== undefined) throw new UsageError(`${name} needs ${neededWords(command)}.`, name);
  return places.flatMap(({ field }, index): [string, string][] => {
    const word = words[index];
    return word === undefined ? [] : [[field, word]];
  });
}

function neededWords(command: CommandWords): string {
  const needed = command.arguments.filter(({ optional }) => optional === undefined);
  const placeholders = needed.map(({ placeholder }) => placeholder).join(' ');
  if (command.kind !== 'answer') return `the ${needed.length === 1 ? 'argument' : 'arguments'} ${placeholders}`;
  return placeholders === 'ID' ? 'the ID of a record' : placeholders;
}
