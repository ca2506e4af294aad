import { RequestError } from '@govexport/router';
import { showValue } from '@govexport/schema';
import { isPicture, type Format } from './formats.ts';

/** Languages of pictures, and what the header Content-Language says of each. Chinese is written in simplified characters. */
export const pictureLanguages = { en: 'en', ru: 'ru', zh: 'zh-Hans' } as const;

/** A language of pictures. */
export type PictureLanguage = keyof typeof pictureLanguages;

/** A parameter that is no input of an operation: it says how its answer is written. */
export interface OwnParameter<Value extends string = string> {
  readonly name: string;
  readonly description: string;
  readonly values: readonly Value[];
  readonly defaultValue: Value;
  /** Whether a format takes it; in any other one it is unknown, and refused as such. */
  readonly isOf: (format: Format) => boolean;
}

/** The parameter that chooses the language of a picture. */
export const languageParameter: OwnParameter<PictureLanguage> = {
  name: 'language',
  description: 'Language of a picture (.svg, .png); the other formats take none.',
  values: Object.keys(pictureLanguages) as PictureLanguage[],
  defaultValue: 'en',
  isOf: isPicture,
};

/** The parameter that asks for a mark by which Excel knows UTF-8. */
export const markParameter: OwnParameter<'0' | '1'> = {
  name: 'bom',
  description:
    'Whether a table as .csv begins with a byte order mark, without which Excel misreads it; the other formats take none.',
  values: ['0', '1'],
  defaultValue: '0',
  isOf: (format) => format === 'csv',
};

/** Takes a parameter out of a query where the format takes it; an empty value counts as not given. */
export function takeParameter<Value extends string>(
  query: readonly [string, string][],
  { name, values, defaultValue, isOf }: OwnParameter<Value>,
  format: Format,
): { readonly value: Value; readonly rest: readonly [string, string][] } {
  if (!isOf(format)) return { value: defaultValue, rest: query };
  const given = query.filter(([key, text]) => key === name && text !== '').map(([, text]) => text);
  const [text = defaultValue] = given;
  const value = given.length > 1 ? undefined : values.find((one) => one === text);
  if (value === undefined) {
    const shown = showValue(given.length > 1 ? given : text);
    throw new RequestError('invalid-input', [{ field: name, value: shown, expected: `one of ${values.join(', ')}` }]);
  }
  return { value, rest: query.filter(([key]) => key !== name) };
}
