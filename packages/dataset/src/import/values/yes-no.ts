import { plainText } from './plain-text.ts';

const yes = new Set('true yes y 1 x х v + ✓ ✔ √ ☑ да д + истина 是 有 对 ja oui vrai wahr'.split(' '));
const no = new Set('false no n 0 нет н ложь 否 无 没有 ☐ ✗ ✘ nein non faux falsch'.split(' '));

/**
 * Yes or no as a table marks it, in small or capital letters: true, yes, y, 1, x (also the Russian letter), +, ✓, √, да,
 * д, 是, 有 and false, no, n, 0, нет, н, 否, 无, also in German and French; `null` for anything else. What an empty cell
 * means is for the caller to say. ✗ is no, and so is an empty box.
 *
 * @example
 * readYesNo('Да') // => true
 * @example
 * readYesNo('否') // => false
 * @example
 * readYesNo('partly') // => null
 */
export function readYesNo(text: string): boolean | null {
  const plain = plainText(text);
  if (yes.has(plain)) return true;
  return no.has(plain) ? false : null;
}

/**
 * Texts that usually mean “unknown” in tables, in small letters, with a hyphen for every dash. `NA` is not one of them: it
 * is the code of Namibia, and to be proposed only where a column has no countries.
 *
 * @example
 * unknownWords.includes('н/д') // => true
 */
export const unknownWords: readonly string[] = [
  ...[
    '?',
    '??',
    '???',
    '-',
    '--',
    '---',
    '.',
    '...',
    '…',
    'n/a',
    '#n/a',
    '#value!',
    '#ref!',
    'n.a.',
    'n.d.',
    'nd',
    'nan',
  ],
  ...['null', 'unknown', 'not known', 'not stated', 'not specified', 'not available', 'no data', 'tbd', 'tbc'],
  ...['н/д', 'н.д.', 'нд', 'нет данных', 'неизвестно', 'не известно', 'не указано', 'не указан', 'не указана', 'б/д'],
  ...[
    '不详',
    '未知',
    '不明',
    '不清楚',
    '未说明',
    '待定',
    '无数据',
    '暂无',
    'k.a.',
    'keine angabe',
    'unbekannt',
    'inconnu',
    's.o.',
  ],
];

const unknown = new Set(unknownWords);

/**
 * Whether a text is one of the words that usually mean “unknown”.
 *
 * @example
 * isUnknownWord('N/A') // => true
 * @example
 * isUnknownWord('—') // => true
 */
export function isUnknownWord(text: string): boolean {
  return unknown.has(plainText(text));
}
