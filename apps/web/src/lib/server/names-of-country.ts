import { countryName, type Dataset } from '@govexport/schema';

/**
 * All that a state is called by: its code of two letters, that of three where the table of countries holds it, and its
 * name in each language of the site.
 *
 * @example
 * namesOfCountry('KG', dataset, locales) // => ['KG', 'KGZ', 'Kyrgyzstan', 'Кыргызстан', '吉尔吉斯斯坦']
 */
export function namesOfCountry(
  code: string,
  { countries }: Pick<Dataset, 'countries'>,
  locales: readonly ('en' | 'ru' | 'zh')[],
): string[] {
  const three = countries.filter(({ iso2 }) => iso2 === code).map(({ iso3 }) => iso3);
  return [code, ...three, ...locales.map((locale) => countryName(code, locale))];
}
