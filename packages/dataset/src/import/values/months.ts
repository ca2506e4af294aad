import { alternatives } from './plain-text.ts';

/** Months by their names in English, Russian, German and French, and their usual abbreviations, in small letters. */
const names: readonly (readonly string[])[] = [
  ['january', 'jan', 'янв', 'январ', 'januar', 'jän', 'janvier', 'janv'],
  ['february', 'feb', 'febr', 'фев', 'февр', 'феврал', 'februar', 'février', 'févr', 'fév'],
  ['march', 'mar', 'мар', 'март', 'märz', 'mär', 'mrz', 'mars'],
  ['april', 'apr', 'апр', 'апрел', 'avril', 'avr'],
  ['may', 'ма', 'май', 'mai'],
  ['june', 'jun', 'июн', 'juni', 'juin'],
  ['july', 'jul', 'июл', 'juli', 'juillet', 'juil'],
  ['august', 'aug', 'авг', 'август', 'août', 'aout'],
  ['september', 'sep', 'sept', 'сен', 'сент', 'сентябр', 'septembre'],
  ['october', 'oct', 'окт', 'октябр', 'oktober', 'okt', 'octobre'],
  ['november', 'nov', 'ноя', 'нояб', 'ноябр', 'novembre'],
  ['december', 'dec', 'дек', 'декабр', 'dezember', 'dez', 'décembre', 'déc'],
];

/** Endings of the cases of Russian months, behind their stems. */
const endings = { soft: 'ь|я|ю|е|ем|ём', may: 'я|ю|е|ем', hard: 'а|у|е|ом' } as const;

function inAnyCase(name: string): string {
  if (name === 'ма') return `ма(?:${endings.may})`;
  if (/^(?:март|август)$/.test(name)) return `${name}(?:${endings.hard})?`;
  if (/^(?:июн|июл)$/.test(name)) return `${name}(?:${endings.soft})?`;
  return /(?:[ая]бр|нвар|врал|прел|тябр)$/.test(name) ? `${name}(?:${endings.soft})` : alternatives([name]);
}

const byNumber = names.map((month) => month.map(inAnyCase).join('|'));

/** The source of a regular expression of a month's name; a full stop of an abbreviation belongs to it. */
export const monthName = `(?:${byNumber.join('|')})(?!\\p{L})\\.?`;

const readers = byNumber.map((source) => new RegExp(`^(?:${source})\\.?$`, 'u'));

/** The number of a month by its name in a plain text, 1 to 12; `null` where it is none. */
export function monthOf(name: string): number | null {
  const index = readers.findIndex((reader) => reader.test(name));
  return index === -1 ? null : index + 1;
}
