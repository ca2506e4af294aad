import { readChineseNumber, readNeighbours } from './chinese-number.ts';
import { joiners, multipliers, wordsAfter, wordsBefore, type Meaning, type WordsOfSide } from './figure-words.ts';
import { alternatives, plainText } from './plain-text.ts';

/** A printed number with its bounds, as the fields `participants_value`, `_low` and `_high` take it. */
export interface Figure {
  /** The number that is printed; `null` for a range. */
  readonly value: number | null;
  /** Lower bound; the number itself where it is exact. */
  readonly low: number | null;
  /** Upper bound; the number itself where it is exact. */
  readonly high: number | null;
  /** Whether anything but one exact number is printed: a bound, a range, “about”, a number in thousands. */
  readonly approximate: boolean;
}

interface Words {
  readonly rest: string;
  readonly meanings: ReadonlySet<Meaning>;
}

const letter = '[\\p{Script=Latin}\\p{Script=Cyrillic}]';

/** The words on one side of a number: what each means, and where one stands at the outer end of a text. */
function sideOf(words: WordsOfSide, inText: (word: string) => string) {
  const meanings = new Map(
    Object.entries(words).flatMap(([meaning, list]) => list.map((word) => [word, meaning as Meaning])),
  );
  return { meanings, pattern: new RegExp(inText(`(${alternatives([...meanings.keys()])})`), 'u') };
}

const sides = [
  sideOf(wordsBefore, (word) => `^${word}(?!${letter})[.:=]? ?`),
  sideOf(wordsAfter, (word) => ` ?(?<!${letter})${word}\\.?$`),
];

/** What is left of a text without the known words around its number; `null` where one side says a thing twice. */
function withoutWords(text: string): Words | null {
  const found = new Set<Meaning>();
  let rest = text;
  for (const { meanings, pattern } of sides) {
    const here: Meaning[] = [];
    for (let match = pattern.exec(rest); match !== null; match = pattern.exec(rest)) {
      here.push(meanings.get(match[1] ?? '') ?? 'nothing');
      rest = rest.replace(pattern, '');
    }
    const said = here.filter((meaning) => meaning !== 'nothing');
    if (new Set(said).size < said.length) return null;
    for (const meaning of here) found.add(meaning);
  }
  return { rest, meanings: found };
}

const whole = /^(?:0|[1-9]\d{0,8})$/;
const grouped = /^[1-9]\d{0,2}(?:([ ,.'])\d{3})(?:\1\d{3})?$/;
const zeroDecimals = /^(.*\d)([.,])0{1,2}$/;

function readDigits(text: string): number | null {
  const [, before = text, mark = ''] = zeroDecimals.exec(text) ?? [];
  if (whole.test(before)) return Number(before);
  if (!grouped.test(before) || (mark !== '' && before.includes(mark))) return null;
  return Number(before.replaceAll(/\D/g, ''));
}

const inUnits = new RegExp(`^(\\d+(?:[.,]\\d)?) ?(${alternatives(Object.keys(multipliers))})\\.?$`, 'u');

/** A number in thousands, which is rounded: “1,5 тыс.” is 1500. */
function readInUnits(text: string): number | null {
  const [, number, unit] = inUnits.exec(text) ?? [];
  if (number === undefined || unit === undefined) return null;
  const value = Number(number.replace(',', '.')) * (multipliers[unit] ?? Number.NaN);
  return value >= 100 && Number.isInteger(value) ? value : null;
}

function readNumber(text: string): number | null {
  return readDigits(text) ?? readChineseNumber(text) ?? readInUnits(text);
}

const range = new RegExp(`^(.+?) ?(${alternatives([...joiners.plain, ...joiners.between])}) ?(.+)$`, 'u');

/** The two ends of a range as they are written; 25人至30人 loses its first unit. */
function endsOf({ rest, meanings: said }: Words): [first: string, last: string] | null {
  const [, first = '', joiner = '', last = ''] = range.exec(rest) ?? [];
  if (joiner === '' || (joiners.between.includes(joiner) && !said.has('between'))) return null;
  const left = withoutWords(first);
  const bare = left !== null && [...left.meanings].every((meaning) => meaning === 'nothing');
  return bare ? [left.rest, last] : null;
}

function readRange(words: Words): Figure | null {
  const neighbours = readNeighbours(words.rest);
  if (neighbours !== null) return { value: null, ...neighbours, approximate: true };
  const [first, last] = endsOf(words) ?? ['', ''];
  const low = readNumber(first);
  const high = readNumber(last);
  if (low === null || high === null || low > high) return null;
  // 2-3千 and 二至三十 leave open what the first number counts.
  if (readDigits(last) === null && high >= 10 * low) return null;
  return { value: null, low, high, approximate: true };
}

function readOne({ rest, meanings: said }: Words): Figure | null {
  const value = readNumber(rest);
  if (value === null || said.has('between')) return null;
  if (said.has('least') || said.has('from')) return { value, low: value, high: null, approximate: true };
  if (said.has('most')) return { value, low: null, high: value, approximate: true };
  const approximate = said.has('about') || (readDigits(rest) ?? readChineseNumber(rest)) === null;
  return approximate ? { value, low: null, high: null, approximate } : { value, low: value, high: value, approximate };
}

/**
 * A number of persons as a table gives it, by these rules; `null` for anything else, never a guess.
 *
 * - Whole numbers, also in full-width digits and in Chinese numerals (一百二十). Thousands by comma, point, apostrophe or
 *   any space where each group has three digits: 1,200 is 1200. `20.0` is 20; 1,2 and 12,50 are refused.
 * - An exact number is `value`, `low` and `high` at once.
 * - Bounds, as in the schema: the printed number is `value`; “more than 20”, “>20”, “≥20”, “20+”, “свыше 20”, 20余 give
 *   `low` too, “up to 20”, “<20”, “почти 20”, 近20 give `high`. Whether the number itself belongs to it is not kept.
 * - Ranges (25-30, “от 25 до 30”, 25至30人, 二三十) give `low` and `high` without `value`.
 * - “About 20”, “около 20”, 20左右 and numbers in thousands (“1,5 тыс.”, 2千) give `value` alone.
 * - Words for persons around a number are passed over (20 чел., 30人, participants: 20), and so is “total”. 人次 counts
 *   attendances, not persons, and is refused.
 *
 * @example
 * readFigure('более 1 200 чел.') // => { value: 1200, low: 1200, high: null, approximate: true }
 * @example
 * readFigure('二十五人') // => { value: 25, low: 25, high: 25, approximate: false }
 * @example
 * readFigure('25–30') // => { value: null, low: 25, high: 30, approximate: true }
 * @example
 * readFigure('12,50') // => null
 */
export function readFigure(text: string): Figure | null {
  const plain = plainText(text)
    .replace(/ ?\(([^()\p{N}]*)\)$/u, ' $1')
    .replaceAll(/(?<=\d)-?(?:ти|ми|х)(?= |$)/gu, '');
  const words = withoutWords(plain);
  if (words === null) return null;
  const { meanings: said } = words;
  if (said.has('most') && (said.has('least') || said.has('from'))) return null;
  const bounded = said.has('most') || said.has('least');
  return (bounded ? null : readRange(words)) ?? readOne(words);
}
