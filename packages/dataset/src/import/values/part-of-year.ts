import { plainDate } from './plain-date.ts';

const first = '1|i|first|перв\\p{L}+|erstes|premier|première|一';
const second = '2|ii|second|втор\\p{L}+|zweites|deuxième|second|二';
const third = '3|iii|third|трет\\p{L}+|drittes|troisième|三';
const fourth = '4|iv|fourth|четв[её]рт\\p{L}+|viertes|quatrième|四';
const ending = '(?:st|nd|rd|th|er|e|ème|\\.|-?(?:ый|ой|ий|й|го|ом|ем|м|ое|е))?';

/** What a year is parted into: months of one part, and how parts are called. */
const kinds = [
  {
    months: 3,
    numbers: [first, second, third, fourth],
    sign: 'q|кв',
    word: 'quarters?|qtr\\.?|кв\\.?|квартал\\p{L}*|quartals?|trimestre',
  },
  { months: 6, numbers: [`${first}|上`, `${second}|下`], sign: 'h', word: 'half|полугоди[еяюи]|halbjahr|semestre' },
] as const;
const chineseWords = ['季度|季', '半年'] as const;

const year = '(?<year>(?:19|20)\\d\\d|2100)';
const between = '[ ,/-]*(?:of |de |des |du )?';

/** The ways of writing a number of a part beside a year, or alone. */
function waysOf(number: string, at: number): RegExp[] {
  const { sign = '', word = '' } = kinds[at] ?? {};
  const called = `(?:(?:${sign})-?(?:${number})|(?:${number})${ending}[ -]*(?:${word}|${sign}))`;
  const ways = [`${called}${between}${year}`, `${year}年?[ ,/-]*${called}`, called];
  return [...ways, `(?:${year}年)?第?(?:${number})个?(?:${chineseWords[at] ?? ''})`].map(
    (way) => new RegExp(`^(?:in |in the |the |im |в |во )?${way}$`, 'u'),
  );
}

const parts = kinds.flatMap(({ months, numbers }, at) =>
  numbers.map((number, place) => ({ from: place * months + 1, to: (place + 1) * months, ways: waysOf(number, at) })),
);

/**
 * The months of a quarter or a half of a calendar year, first and last: Q2 2014, 2014-Q2, second quarter of 2014, 2 кв.
 * 2014, II квартал 2014 г., 2014年第二季度, H1 2014, первое полугодие 2014, 2014年上半年; `null` for any other text. A season
 * is none: it is another one south of the equator.
 *
 * @param known - the year of a text without one
 */
export function partOfYear(text: string, known: number | null): [first: string, last: string] | null {
  const plain = plainDate(text);
  for (const { from, to, ways } of parts) {
    const found = ways.map((way) => way.exec(plain)).find((match) => match !== null);
    if (found === undefined) continue;
    const stated = found.groups?.['year'] ?? known;
    const month = (number: number) => `${stated ?? ''}-${String(number).padStart(2, '0')}`;
    return stated === null ? null : [month(from), month(to)];
  }
  return null;
}
