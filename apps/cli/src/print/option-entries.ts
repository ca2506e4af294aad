import type { InputField } from '@govexport/router';
import type { CommandWords, Words } from '../args/command-words.ts';
import { flagOf, flagsOf } from '../args/flags.ts';
import { globalOptions, type GlobalOption } from '../args/global-options.ts';
import type { Entry } from './section.ts';

/** The options of a command for its help: its own, and those that choose programs. */
export function fieldEntries(command: CommandWords, words: Pick<Words, 'filters'>): { own: Entry[]; filter: Entry[] } {
  // Only an answer is about chosen programs; a new record has fields of the same names.
  const filters = new Set(command.kind === 'work' ? [] : words.filters);
  const fields = command.options;
  return {
    own: fields.filter(({ name }) => !filters.has(name)).map((field) => entryOf(field, command)),
    filter: fields.filter(({ name }) => filters.has(name)).map((field) => entryOf(field, command)),
  };
}

/** The options of every command for the help: of one command as it takes them, or of all in general. */
export function globalEntries(command: CommandWords | null): Entry[] {
  return optionsFor(command).map(({ name, short, placeholder, description }) => [
    `${short === null ? '' : `-${short}, `}--${name}${placeholder === null ? '' : ` ${placeholder}`}`,
    [description],
  ]);
}

function optionsFor(command: CommandWords | null): readonly GlobalOption[] {
  if (command === null) return globalOptions;
  const own = new Set(command.options.map(({ name }) => name));
  const free = globalOptions.filter(({ name }) => !own.has(name));
  const answered = command.kind === 'answer' ? free : free.filter(({ name }) => name !== 'show-call');
  const kept = command.kind === 'work' ? answered.filter(({ name }) => name !== 'no-cache') : answered;
  if (command.kind !== 'file') return kept;
  return kept
    .filter(({ name }) => name !== 'table' && (name !== 'format' || command.formats.length > 0))
    .map((option) => (option.name === 'format' ? { ...option, description: formatWords(command.formats) } : option));
}

function formatWords(formats: readonly string[]): string {
  return `One of ${formats.join(', ')}. Default: ${formats[0] ?? ''}.`;
}

function entryOf(field: InputField, command: CommandWords): Entry {
  const { name, kind, description } = field;
  const term = kind === 'boolean' ? flagsOf([field]).join(', ') : `${flagOf(name)} ${placeholders[kind]}`;
  return [
    term,
    [description, allowedWords(field), listWords(field, command), defaultWords(field)].filter((text) => text !== ''),
  ];
}

/** Only a value that is free can hold a comma. A shell takes the outer quotation marks away. */
const freeListWords =
  'Separated by commas or given several times; a value that holds a comma stands in quotation marks: \'"Osh, Jalal-Abad",Almaty\'.';

/** More values than one reads; the description says what they are. */
const longestList = 40;

const placeholders = { list: 'LIST', choice: 'NAME', integer: 'NUMBER', number: 'NUMBER', text: 'TEXT' } as const;

function allowedWords({ kind, options, minimum, maximum }: InputField): string {
  if (kind === 'list') return '';
  const values = options.join(', ');
  if (kind === 'choice') return `One of ${values}.`;
  if (kind === 'integer' && minimum !== null && maximum !== null) {
    return `A whole number from ${minimum}${maximum === Number.MAX_SAFE_INTEGER ? '' : ` to ${maximum}`}.`;
  }
  return '';
}

/** A text of a folder command may hold a comma, and its vocabularies may be long. */
function listWords({ kind, options }: InputField, command: CommandWords): string {
  if (kind !== 'list') return '';
  // What a minus before a value does, the description says.
  const values = options.filter((option) => !option.startsWith('-'));
  const writes = command.kind === 'work';
  if (values.length === 0 || (writes && values.length > longestList)) {
    return writes ? 'Separated by semicolons or given several times.' : freeListWords;
  }
  return `Separated by commas or given several times, of: ${values.join(', ')}.`;
}

function defaultWords({ default: defaultValue }: InputField): string {
  if (defaultValue === null || (Array.isArray(defaultValue) && defaultValue.length === 0)) return '';
  return `Default: ${JSON.stringify(defaultValue).replaceAll('"', '')}.`;
}
