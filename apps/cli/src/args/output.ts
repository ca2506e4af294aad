import { showValue } from '@govexport/schema';
import type { CommandWords } from './command-words.ts';
import { colourChoices, formats, type ColourChoice } from './global-options.ts';
import { alternative } from './suggest.ts';
import { UsageError } from './failures.ts';

/** How an answer is printed, and from which dataset it comes. */
export interface Output {
  /** One of the formats of every answer, or of those of the command; empty for a file that has but one. */
  readonly format: string;
  /** The table that is printed; null for what the format prints by itself. */
  readonly table: string | null;
  /** Whether a CSV begins with a byte order mark. */
  readonly marked: boolean;
  /** File instead of the standard output. */
  readonly file: string | null;
  readonly colour: ColourChoice;
  /** Whether the call is shown instead of the answer. */
  readonly showCall: boolean;
  /** Whether an answer that was kept may be printed. */
  readonly kept: boolean;
  readonly dataset: string | null;
}

type Given = ReadonlyMap<string, string | null>;

/**
 * What the options of every command say of the output.
 *
 * @throws UsageError where a value is not allowed
 */
export function outputOf(given: Given, command: CommandWords): Output {
  const { name } = command;
  const choices = command.kind === 'file' ? command.formats : formats;
  const format = choices.length === 0 ? '' : choiceOf(given, { option: 'format', choices, name });
  const table = given.get('table') ?? null;
  if (table !== null && command.kind === 'file')
    throw new UsageError(`--table is given; ${name} makes one file.`, name);
  if (table !== null && format === 'json')
    throw new UsageError('--table is given with --format json; allowed is --format table, csv, ndjson or md.', name);
  const marked = given.has('bom');
  if (marked && format !== 'csv') throw new UsageError(`--bom is given; allowed is --format csv with it.`, name);
  return {
    format,
    table,
    marked,
    // Some commands write a folder, which their own option of that name gives.
    file: command.options.some((option) => option.name === 'output')
      ? null
      : placeOf(given, { option: 'output', name }),
    colour: given.has('color') ? choiceOf(given, { option: 'color', choices: colourChoices, name }) : 'auto',
    showCall: given.has('show-call'),
    kept: !given.has('no-cache'),
    dataset: placeOf(given, { option: 'dataset', name }),
  };
}

/**
 * The value of an option that has choices; not given, the first of them.
 *
 * @throws UsageError with the choices, or the one that was meant
 */
export function choiceOf<Choice extends string>(
  given: Given,
  { option, choices, name }: { option: string; choices: readonly Choice[]; name: string },
): Choice {
  const text = given.get(option) ?? choices[0] ?? '';
  const choice = choices.find((candidate) => candidate === text);
  if (choice !== undefined) return choice;
  throw new UsageError(`--${option} is ${showValue(text)}; ${alternative(text, choices)}`, name);
}

/**
 * The path that an option gives.
 *
 * @throws UsageError where it is empty
 */
export function placeOf(given: Given, { option, name }: { option: 'dataset' | 'output'; name: string }): string | null {
  const path = given.get(option) ?? null;
  const kind = option === 'dataset' ? 'folder' : 'file';
  if (path === '') throw new UsageError(`--${option} is ""; allowed is the path of a ${kind}.`, name);
  return path;
}
