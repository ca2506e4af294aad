import type { InputField } from '@govexport/router';
import { canonicalJson } from '@govexport/schema';
import { filterNames, flagOf, optionsOf, type Command } from '../commands.ts';
import { globalOptions } from '../global-options.ts';
import type { Entry } from './section.ts';

/** The options of a command for its help: its own, and those that choose programs. */
export function fieldEntries(command: Command): { own: Entry[]; filter: Entry[] } {
  // Only an answer is about chosen programs; a new record has fields of the same names.
  const filters = 'load' in command ? new Set<string>() : filterNames();
  const fields = optionsOf(command);
  return {
    own: fields.filter(({ name }) => !filters.has(name)).map(entryOf),
    filter: fields.filter(({ name }) => filters.has(name)).map(entryOf),
  };
}

/** The options of every command for the help. */
export function globalEntries(): Entry[] {
  return globalOptions.map(({ name, short, placeholder, description }) => [
    `${short === null ? '' : `-${short}, `}--${name}${placeholder === null ? '' : ` ${placeholder}`}`,
    [description],
  ]);
}

function entryOf(field: InputField): Entry {
  const { name, kind, description } = field;
  const flag = flagOf(name);
  const term = kind === 'boolean' ? `${flag}, ${flagOf(`no_${name}`)}` : `${flag} ${placeholders[kind]}`;
  return [term, [description, allowedWords(field), defaultWords(field)].filter((text) => text !== '')];
}

/** More values than one reads; the description says what they are. */
const longestList = 40;

const placeholders = { list: 'LIST', choice: 'NAME', integer: 'NUMBER', number: 'NUMBER', text: 'TEXT' } as const;

function allowedWords({ kind, options, minimum, maximum }: InputField): string {
  const values = options.join(', ');
  if (kind === 'list') {
    return options.length === 0 || options.length > longestList
      ? 'Separated by semicolons or given several times.'
      : `Separated by commas or given several times, of: ${values}.`;
  }
  if (kind === 'choice') return `One of ${values}.`;
  if (kind === 'integer' && minimum !== null && maximum !== null) {
    return `A whole number from ${minimum}${maximum === Number.MAX_SAFE_INTEGER ? '' : ` to ${maximum}`}.`;
  }
  return '';
}

function defaultWords({ default: usual }: InputField): string {
  if (usual === null || (Array.isArray(usual) && usual.length === 0)) return '';
  return `Default: ${canonicalJson(usual).replaceAll('"', '')}.`;
}
