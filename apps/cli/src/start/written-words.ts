import { readFileSync } from 'node:fs';
import type { InputField } from '@govexport/router';
import type { CommandWords, Words } from '../args/command-words.ts';

/** The file of {@link Words}: many commands have the same option, which is written once. */
interface WrittenWords extends Omit<Words, 'commands'> {
  readonly fields: readonly InputField[];
  /** The options of each command by their places among the fields. */
  readonly commands: readonly (Omit<CommandWords, 'options'> & { readonly options: readonly number[] })[];
}

/** The text of the file. */
export function wordsText({ commands, ...words }: Words): string {
  const places = new Map<string, number>();
  const placeOf = (field: InputField): number => {
    const text = JSON.stringify(field);
    return places.get(text) ?? places.set(text, places.size).size - 1;
  };
  const placed = commands.map(({ options, ...command }) => ({ ...command, options: options.map(placeOf) }));
  const fields = [...places.keys()].map((text) => JSON.parse(text) as InputField);
  return JSON.stringify({ ...words, fields, commands: placed } satisfies WrittenWords);
}

/** What is written beside the built code. */
export function readWords(): Words {
  const { fields, commands, ...words } = read('commands.json') as WrittenWords;
  const optionsOf = (places: readonly number[]) =>
    places.map((place) => fields[place]).filter((field) => field !== undefined);
  return { ...words, commands: commands.map((command) => ({ ...command, options: optionsOf(command.options) })) };
}

/** What the first example of a command prints on the published dataset; empty where that depends on the place. */
export function readExample(name: string): readonly string[] {
  return (read('examples.json') as Readonly<Record<string, readonly string[]>>)[name] ?? [];
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
}
