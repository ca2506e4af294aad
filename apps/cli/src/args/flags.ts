import type { InputField } from '@govexport/router';

/** The option of an input: `minimum_sources` is `--minimum-sources`. */
export function flagOf(name: string): string {
  return `--${name.replaceAll('_', '-')}`;
}

/** Every option of inputs: one that is true or false can also be denied. */
export function flagsOf(fields: readonly Pick<InputField, 'name' | 'kind'>[]): string[] {
  return fields.flatMap(({ name, kind }) =>
    kind === 'boolean' ? [flagOf(name), flagOf(`no_${name}`)] : [flagOf(name)],
  );
}
