/** A language in which states are named. */
type Language = 'en' | 'ru' | 'zh';

/** Names that `Intl.DisplayNames` gives otherwise, by language: those that the states themselves register with the UN. */
const own: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {},
  ru: { KG: 'Кыргызстан' },
  zh: {},
};

/** States whose English name takes an article within a sentence. */
const withArticle = new Set('AE BS CF CK DO FK FO GB GM KM KY MH MP MV NL PH SB SC TC US VA VG VI'.split(' '));

const registers = new Map<Language, Intl.DisplayNames>();

function registerOf(language: Language): Intl.DisplayNames {
  const made =
    registers.get(language) ?? new Intl.DisplayNames(language, { type: 'region', style: 'long', fallback: 'code' });
  registers.set(language, made);
  return made;
}

/**
 * The short name of a state by its ISO 3166-1 alpha-2 code; the code itself where it is none.
 *
 * @param language - English, Russian or Chinese
 * @example
 * countryName('VN') // => 'Vietnam'
 * @example
 * countryName('VN', 'ru') // => 'Вьетнам'
 */
export function countryName(code: string, language: Language = 'en'): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return own[language][code] ?? registerOf(language).of(code) ?? code;
}

/**
 * The English name of a state as it stands within a sentence.
 *
 * @example
 * countryInSentence('US') // => 'the United States'
 */
export function countryInSentence(code: string): string {
  return withArticle.has(code) ? `the ${countryName(code)}` : countryName(code);
}
