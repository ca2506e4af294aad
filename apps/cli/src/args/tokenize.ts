import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import type { InputField } from '@govexport/router';
import { globalOptions } from './global-options.ts';

/** One option as it was typed. */
export interface OptionToken {
  /** Name without dashes, such as `minimum-sources`. */
  readonly name: string;
  /** As typed, such as `--minimum-sources`. */
  readonly raw: string;
  readonly value: string | null;
  /** Place in the arguments. */
  readonly index: number;
  readonly known: boolean;
  readonly takesValue: 'always' | 'maybe' | 'never';
}

/** A word that is not an option, with its place in the arguments. */
interface Word {
  readonly text: string;
  readonly index: number;
}

/** Arguments taken apart. */
export interface Tokens {
  readonly options: readonly OptionToken[];
  readonly words: readonly string[];
  /** Place of the first word in the arguments; null where there is none. */
  readonly firstWord: number | null;
}

type Kinds = ReadonlyMap<string, OptionToken['takesValue']>;

/** Takes arguments apart by the options that all commands have and those of one command. */
export function tokenize(args: readonly string[], fields: readonly InputField[]): Tokens {
  const kinds = kindsOf(fields);
  const { tokens } = parseArgs({
    args: [...args],
    options: configOf(kinds),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const options = tokens.flatMap((token) => {
    if (token.kind !== 'option') return [];
    const takesValue = kinds.get(token.name);
    // A flag in the place of a value means that the value was forgotten; text with a dash comes as --option=-text.
    const forgotten = token.inlineValue === false && token.value.startsWith('--');
    const value = token.value === undefined || forgotten ? null : token.value;
    const known = takesValue !== undefined;
    return [
      { name: token.name, raw: token.rawName, value, index: token.index, known, takesValue: takesValue ?? 'maybe' },
    ];
  });
  const words: Word[] = tokens.flatMap((token) =>
    token.kind === 'positional' ? [{ text: token.value, index: token.index }] : [],
  );
  return { options, words: words.map(({ text }) => text), firstWord: words[0]?.index ?? null };
}

function kindsOf(fields: readonly InputField[]): Kinds {
  const kinds = new Map<string, OptionToken['takesValue']>();
  for (const { name, placeholder } of globalOptions) kinds.set(name, placeholder === null ? 'never' : 'always');
  for (const { name, kind } of fields) {
    const option = name.replaceAll('_', '-');
    kinds.set(option, kind === 'boolean' ? 'maybe' : 'always');
    if (kind === 'boolean') kinds.set(`no-${option}`, 'never');
  }
  return kinds;
}

function configOf(kinds: Kinds): ParseArgsOptionsConfig {
  const shorts = new Map(globalOptions.map(({ name, short }) => [name, short]));
  const entries = [...kinds].map(([name, takesValue]) => {
    const short = shorts.get(name) ?? null;
    const type = takesValue === 'always' ? ('string' as const) : ('boolean' as const);
    return [name, short === null ? { type } : { type, short }] as const;
  });
  return Object.fromEntries(entries);
}
