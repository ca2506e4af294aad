import type { InputField } from '@govexport/router';
import { canonicalJson } from '@govexport/schema';
import type { Command } from '../command-kinds.ts';
import { filterNames, flagOf, optionsOf } from '../commands.ts';
import { globalOptions, type GlobalOption } from '../global-options.ts';
import type { Entry } from './section.ts';

/** The options of a command for its help: its own, and those that choose programs. */
export function fieldEntries(command: Command): { own: Entry[]; filter: Entry[] } {
  // Only an answer is about chosen programs; a new record has fields of the same names.
  const filters = 'load' in command ? new Set<string>() : filterNames();
  const fields = optionsOf(command);
  return {
    own: fields.filter(({ name }) => !filters.has(name)).map((field) => entryOf(field, command)),
    filter: fields.filter(({ name }) => filters.has(name)).map((field) => entryOf(field, command)),
  };
}

/** The options of every command for the help: of one command as it takes them, or of all in general. */
export function globalEntries(command: Command | null): Entry[] {
  return optionsFor(command).map(({ name, short, placeholder, description }) => [
    `${short === null ? '' : `-${short}, `}--${name}${placeholder === null ? '' : ` ${placeholder}`}`,
    [description],
  ]);
}

function optionsFor(command: Command | null): readonly GlobalOption[] {
  if (command === null) return globalOptions;
  const own = new Set(optionsOf(command).map(({ name }) => name));
  const free = globalOptions.filter(({ name }) => !own.has(name));
  const answered = 'ask' in command ? free : free.filter(({ name }) => name !== 'show-call');
  if (!('make' in command)) return answered;
  return answered
    .filter(({ name }) => name !== 'table' && (name !== 'format' || command.formats.length > 0))
    .map((option) => (option.name === 'format' ? { ...option, description: formatWords(command.formats) } : option));
}

function formatWords(formats: readonly string[]): string {
  return `One of ${formats.join(', ')}. Default: ${formats[0] ?? ''}.`;
}

function entryOf(field: InputField, command: Command): Entry {
  const { name, kind, description } = field;
  const flag = flagOf(name);
  const term = kind === 'boolean' ? `${flag}, ${flagOf(`no_${name}`)}` : `${flag} ${placeholders[kind]}`;
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
function listWords({ kind, options }: InputField, command: Command): string {
  if (kind !== 'list') return '';
  // What a minus before a value does, the description says.
  const values = options.filter((option) => !option.startsWith('-'));
  const writes = 'load' in command;
  if (values.length === 0 || (writes && values.length > longestList)) {
    return writes ? 'Separated by semicolons or given several times.' : freeListWords;
  }
  return `Separated by commas or given several times, of: ${values.join(', ')}.`;
}

function defaultWords({ default: usual }: InputField): string {
  if (usual === null || (Array.isArray(usual) && usual.length === 0)) return '';
  return `Default: ${canonicalJson(usual).replaceAll('"', '')}.`;
}
