import { RequestError } from '@govexport/router';
import { showValue } from '@govexport/schema';

/** Languages of pictures, and what the header Content-Language says of each. Chinese is written in simplified characters. */
export const pictureLanguages = { en: 'en', ru: 'ru', zh: 'zh-Hans' } as const;

/** A language of pictures. */
export type PictureLanguage = keyof typeof pictureLanguages;

/** The parameter that chooses it. */
export const languageParameter = {
  name: 'language',
  description: 'Language of a picture (.svg, .png); the other formats take none.',
  values: Object.keys(pictureLanguages) as PictureLanguage[],
  defaultValue: 'en',
} as const;

/** Takes the language of a picture out of a query; an empty value counts as not given. */
export function takeLanguage(query: readonly [string, string][]): {
  readonly language: PictureLanguage;
  readonly rest: [string, string][];
} {
  const { name: parameter, values, defaultValue } = languageParameter;
  const given = query.filter(([name, text]) => name === parameter && text !== '').map(([, text]) => text);
  const [text = defaultValue] = given;
  const language = given.length > 1 ? undefined : values.find((value) => value === text);
  if (language === undefined) {
    const value = showValue(given.length > 1 ? given : text);
    throw new RequestError('invalid-input', [{ field: parameter, value, expected: `one of ${values.join(', ')}` }]);
  }
  return { language, rest: query.filter(([name]) => name !== parameter) };
}
