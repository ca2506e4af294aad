import { decodeQuery, type InputField } from '@govexport/router';
import { showValue } from '@govexport/schema';
import { argumentsOf, type AnswerCommand, type Command, type FileCommand, type WorkCommand } from './command-kinds.ts';
import { flagOf, optionsOf } from './commands.ts';
import { findCommand, groupNames } from './find-command.ts';
import { globalOptions } from './global-options.ts';
import { choiceOf, outputOf, placeOf, type Output } from './output.ts';
import { tokenize, type OptionToken } from './tokenize.ts';
import { alternative } from './suggest.ts';
import { UsageError } from './usage-error.ts';

/** What the arguments ask for. */
export type Asked =
  | { readonly kind: 'help'; readonly of: Command | string | null }
  | { readonly kind: 'version'; readonly dataset: string | null }
  | ({ readonly kind: 'answer'; readonly command: AnswerCommand; readonly input: Record<string, unknown> } & Output)
  | ({ readonly kind: 'work'; readonly command: WorkCommand } & Given & Output)
  | ({ readonly kind: 'file'; readonly command: FileCommand; readonly make: string } & Given & Output);

/** What was typed behind a command, unchecked. */
export interface Given {
  /** The name of each input and its text, in order. */
  readonly options: readonly [name: string, text: string][];
  /** Arguments by their field. */
  readonly places: Readonly<Record<string, string>>;
}

/**
 * Reads the arguments behind `govexport`.
 *
 * @throws UsageError where a command, an option or a value of the output is not allowed; values of inputs are judged
 * later by the schema of the statistic
 */
export function parseArguments(args: readonly string[]): Asked {
  if (args.length === 0) return { kind: 'help', of: null };
  const { found, rest } = findCommand(args);
  const command = typeof found === 'object' ? found : null;
  const { options, words } = tokenize(rest, command === null ? [] : optionsOf(command));
  if (options.some(({ name }) => name === 'help')) return { kind: 'help', of: found };
  const name = command?.name ?? '';
  const given = checkOptions(options, command);
  if (given.has('version')) return { kind: 'version', dataset: placeOf(given, { option: 'dataset', name }) };
  if (command === null) throw missingCommand(found as string | null);
  return askedOf(command, { options, words, given });
}

interface Typed {
  readonly options: readonly OptionToken[];
  readonly words: readonly string[];
  readonly given: ReadonlyMap<string, string | null>;
}

/** What a command is asked, by its kind. */
function askedOf(command: Command, { options: tokens, words, given }: Typed): Asked {
  const { name } = command;
  const options = readOptions(tokens, command);
  const placed = readArguments(words, command);
  const places = Object.fromEntries(placed);
  const output = outputOf(given, command);
  if ('load' in command) return { kind: 'work', command, options, places, ...output };
  if ('make' in command) {
    const choices = command.formats;
    const make = choices.length === 0 ? '' : choiceOf(given, { option: 'format', choices, name });
    return { kind: 'file', command, make, options, places, ...output };
  }
  const input = command.input === null ? {} : decodeQuery(command.input, [...options, ...placed]);
  return { kind: 'answer', command, input, ...output };
}

function missingCommand(group: string | null): UsageError {
  if (group === null) return new UsageError('no command is given.');
  return new UsageError(`${group} needs another word; allowed is one of ${groupNames(group).join(', ')}.`, group);
}

/** The last value of each option, after a check that the command has it and that it came as it must. */
function checkOptions(options: readonly OptionToken[], command: Command | null): Map<string, string | null> {
  const name = command?.name ?? '';
  for (const { raw, known, takesValue, value } of options) {
    if (!known && command !== null) throw unknownOption(raw, command);
    if (takesValue === 'always' && value === null) throw new UsageError(`${raw} needs a value.`, name);
    if (takesValue === 'never' && value !== null) throw new UsageError(`${raw} takes no value.`, name);
  }
  return new Map(options.map(({ name: option, value }) => [option, value]));
}

function unknownOption(raw: string, command: Command): UsageError {
  const flags = optionsOf(command).flatMap(({ name, kind }) =>
    kind === 'boolean' ? [flagOf(name), flagOf(`no_${name}`)] : [flagOf(name)],
  );
  const all = [...flags, ...globalOptions.map((option) => `--${option.name}`)];
  return new UsageError(`${showValue(raw)} is no option of ${command.name}; ${alternative(raw, all)}`, command.name);
}

function readOptions(options: readonly OptionToken[], command: Command): [string, string][] {
  const fields = new Map(optionsOf(command).map((field) => [flagOf(field.name).slice(2), field]));
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
function readArguments(words: readonly string[], command: Command): [string, string][] {
  const { name } = command;
  const places = argumentsOf(command);
  const extra = words[places.length];
  if (extra !== undefined) throw new UsageError(`${showValue(extra)} is one word too many for ${name}.`, name);
  const missing = places.find(({ optional }, place) => optional === undefined && words[place] === undefined);
  if (missing !== undefined) throw new UsageError(`${name} needs ${neededWords(command)}.`, name);
  return places.flatMap(({ field }, place): [string, string][] => {
    const word = words[place];
    return word === undefined ? [] : [[field, word]];
  });
}

function neededWords(command: Command): string {
  const needed = argumentsOf(command).filter(({ optional }) => optional === undefined);
  const placeholders = needed.map(({ placeholder }) => placeholder).join(' ');
  if (!('ask' in command)) return `the ${needed.length === 1 ? 'argument' : 'arguments'} ${placeholders}`;
  return placeholders === 'ID' ? 'the ID of a record' : placeholders;
}
