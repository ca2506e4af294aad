import type { InputField } from '@govexport/router';
import { canonicalJson } from '@govexport/schema';
import { filterNames, flagOf, optionsOf, type Command } from '../commands.ts';
import { globalOptions } from '../global-options.ts';
import type { Entry } from './section.ts';

/** The options of a command for its help: its own, and those that choose programs. */
export function fieldEntries(command: Command): { own: Entry[]; filter: Entry[] } {
  const filters = filterNames();
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

const placeholders = { list: 'LIST', choice: 'NAME', integer: 'NUMBER', number: 'NUMBER', text: 'TEXT' } as const;

function allowedWords({ kind, options, minimum, maximum }: InputField): string {
  // What a minus before a value does, the description says.
  const values = options.filter((option) => !option.startsWith('-')).join(', ');
  if (kind === 'list' && values === '') return 'Separated by commas or given several times.';
  if (kind === 'list') return `Separated by commas or given several times, of: ${values}.`;
  if (kind === 'choice') return `One of ${values}.`;
  if (kind === 'integer' && minimum !== null && maximum !== null)
    return `A whole number from ${minimum} to ${maximum}.`;
  return '';
}

function defaultWords({ default: usual }: InputField): string {
  if (usual === null || (Array.isArray(usual) && usual.length === 0)) return '';
  return `Default: ${canonicalJson(usual).replaceAll('"', '')}.`;
}
