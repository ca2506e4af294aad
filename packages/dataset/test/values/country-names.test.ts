import { isoCountryCodes } from '@govexport/schema';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countryCodeOf } from '../../src/import/values/country-names.ts';
import { otherCountryNames } from '../../src/import/values/other-country-names.ts';

const seed = 20_221_124;

const named: readonly (readonly [code: string, names: readonly string[]])[] = [
  ['KG', ['KG', 'kg', 'KGZ', 'kgz', 'Kyrgyzstan', 'KYRGYZSTAN', 'Kirghizia', 'Kyrgyz Republic', 'the Kyrgyz Republic']],
  ['KG', ['Киргизия', 'Кыргызстан', 'Киргизстан', 'Кыргызская Республика', '吉尔吉斯斯坦', '吉尔吉斯', '吉爾吉斯']],
  [
    'KZ',
    [
      'KZ',
      'KAZ',
      'Kazakhstan',
      ' kazakhstan ',
      'Казахстан',
      'КАЗАХСТАН',
      'Республика Казахстан',
      '哈萨克斯坦',
      '哈萨克',
    ],
  ],
  ['TJ', ['TJ', 'TJK', 'Tajikistan', 'Таджикистан', 'Тоҷикистон', '塔吉克斯坦', '塔吉克']],
  ['TM', ['TM', 'TKM', 'Turkmenistan', 'Туркмения', 'Туркменистан', 'Türkmenistan', '土库曼斯坦', '土库曼']],
  [
    'UZ',
    ['UZ', 'UZB', 'Uzbekistan', 'Узбекистан', 'Oʻzbekiston', "O'zbekiston", 'Ўзбекистон', '乌兹别克斯坦', '乌兹别克'],
  ],
  [
    'US',
    [
      'US',
      'USA',
      'U.S.',
      'U.S.A.',
      'United States',
      'the United States of America',
      'США',
      '美国',
      'Vereinigte Staaten',
    ],
  ],
  ['GB', ['UK', 'U.K.', 'GB', 'GBR', 'United Kingdom', 'Great Britain', 'Великобритания', '英国']],
  ['RU', ['RU', 'RUS', 'Russia', 'Russian Federation', 'Россия', 'РФ', 'Российская Федерация', '俄罗斯', '俄罗斯联邦']],
  ['KR', ['KR', 'KOR', 'South Korea', 'Republic of Korea', 'Южная Корея', 'Республика Корея', '韩国']],
  ['CN', ['CN', 'CHN', 'China', 'PRC', 'Китай', 'КНР', '中国', '中华人民共和国']],
  ['CI', ['Côte d’Ivoire', "Cote d'Ivoire", 'Ivory Coast', 'Кот-д’Ивуар']],
  ['TR', ['Türkiye', 'Turkiye', 'Turkey', 'Турция', '土耳其']],
  ['BA', ['Bosnia & Herzegovina', 'Bosnia and Herzegovina', 'Босния и Герцеговина']],
  ['NL', ['Netherlands', 'The Netherlands', 'Нидерланды']],
  ['NA', ['NA', 'NAM', 'Namibia', 'Намибия']],
  ['NO', ['NO', 'NOR', 'Norway', 'Норвегия']],
];

describe('a country', () => {
  test.each(named.flatMap(([code, names]) => names.map((name) => [name, code] as const)))('%j is %s', (name, code) => {
    expect(countryCodeOf(name)).toBe(code);
  });

  test.each([
    '',
    ' ',
    'Atlantis',
    'Korea',
    'Congo',
    'РК',
    'XX',
    'EU',
    'SCO',
    'KZ, KG',
    'Kazakhstan and Kyrgyzstan',
    'Central Asia',
  ])('%j is none', (text) => {
    expect(countryCodeOf(text)).toBeNull();
  });

  test.each(['no', 'No', 'na', 'Na', 'n/a', 'x', '-', 'да', '无', 'constructor', 'toString'])(
    '%j is a mark and none',
    (text) => {
      expect(countryCodeOf(text)).toBeNull();
    },
  );

  test('is known by each of its codes and names', () => {
    const languages = ['en', 'ru', 'zh', 'de', 'fr'].map(
      (language) => new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }),
    );
    for (const code of isoCountryCodes) {
      const names = languages.map((each) => each.of(code) ?? '');
      expect([code, ...names].map((name) => [name, countryCodeOf(name)])).toEqual(
        [code, ...names].map((name) => [name, code]),
      );
    }
  });

  test('is known by every other name that is listed for it, and by none for two', () => {
    for (const [code, names] of Object.entries(otherCountryNames)) {
      for (const name of names) expect([name, countryCodeOf(name)]).toEqual([name, code]);
    }
  });

  test('has one alpha-3 code', () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
    const found = letters
      .flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c)))
      .filter((code) => countryCodeOf(code) !== null);
    const names = ['PRC', 'ROK', 'DRC', 'UAE'];
    expect(found.filter((code) => !names.includes(code))).toHaveLength(249);
    expect(new Set(found.filter((code) => !names.includes(code)).map(countryCodeOf)).size).toBe(249);
  });
});

test('case, accents, spaces and marks make no difference', () => {
  const names = new Intl.DisplayNames('en', { type: 'region' });
  fc.assert(
    fc.property(
      fc.constantFrom(...isoCountryCodes),
      fc.constantFrom(
        (name: string) => name.toUpperCase(),
        (name: string) => name.toLowerCase(),
        (name: string) => ` ${name.replaceAll(' ', '\u00a0')} `,
        (name: string) => name.replaceAll(/[^\p{L}&]/gu, ''),
        (name: string) => name.normalize('NFD').replaceAll(/\p{M}/gu, ''),
      ),
      (code, changed) => {
        expect(countryCodeOf(changed(names.of(code) ?? ''))).toBe(code);
      },
    ),
    { seed, numRuns: 1000 },
  );
});
