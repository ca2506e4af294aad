const forms: Readonly<Record<string, string>> = {
  〇: '零',
  两: '二',
  兩: '二',
  壹: '一',
  贰: '二',
  貳: '二',
  叁: '三',
  參: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  陸: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  拾: '十',
  佰: '百',
  仟: '千',
  萬: '万',
  廿: '二十',
  卅: '三十',
};

const digits = '零一二三四五六七八九';
const one = `[${digits.slice(1)}]`;

/** Thousands, hundreds, tens and ones: below a gap stands a zero, and nothing short such as 一百二. */
const below10000 = new RegExp(
  `^(?:(${one}?)千(?=$|零|${one}百))?(?:(${one}?)百(?=$|零|${one}?十))?(?:零(?=${one}|十))?(?:(${one}?)十)?(${one})?$`,
  'u',
);

/** Chinese numerals in their usual signs: 两 as 二, 壹 as 一, 廿 as 二十. */
function usualSigns(text: string): string {
  return text.replaceAll(/./gsu, (sign) => forms[sign] ?? sign);
}

function digit(sign: string): number {
  return sign === '' ? 1 : digits.indexOf(sign);
}

function readBelow10000(text: string): number | null {
  const found = below10000.exec(text);
  if (found === null || text === '') return null;
  const [thousands, hundreds, tens, ones] = found.slice(1) as (string | undefined)[];
  const part = (sign: string | undefined, unit: number) => (sign === undefined ? 0 : digit(sign) * unit);
  return part(thousands, 1000) + part(hundreds, 100) + part(tens, 10) + part(ones, 1);
}

/** What stands behind 万: nothing, thousands, or less with a zero before it. */
function readBehind10000(text: string): number | null {
  if (text === '') return 0;
  const number = readBelow10000(text.replace(/^零/, ''));
  return number !== null && number < 1000 === text.startsWith('零') ? number : null;
}

/**
 * A whole number below a hundred million in Chinese numerals (also 两, 〇, 廿 and the forms of banks); `null` for
 * anything else, such as the short 一百二, which a reader may take for 102.
 */
export function readChineseNumber(text: string): number | null {
  const usual = usualSigns(text);
  if (usual === '零') return 0;
  if (usual.startsWith('零')) return null;
  const [, before = '', after] = /^([^万]*)万([^万]*)$/u.exec(usual) ?? [];
  if (after === undefined) return readBelow10000(usual);
  const high = before === '' ? 1 : readBelow10000(before);
  const low = readBehind10000(after);
  return high === null || low === null ? null : high * 10_000 + low;
}

/** The signs of Chinese numerals, as the inside of a class of a regular expression. */
export const chineseDigits = `${digits}〇两`;

/** Every sign of a Chinese number, as the inside of a class of a regular expression. */
export const chineseNumerals = `${digits}十百千万${Object.keys(forms).join('')}`;

/** Two neighbouring digits before a unit: 二三十 is 20 to 30, 两三百 is 200 to 300; `null` for anything else. */
export function readNeighbours(text: string): { low: number; high: number } | null {
  const [, first, second, unit] =
    new RegExp(`^([${digits}])([${digits}])([十百千万])$`, 'u').exec(usualSigns(text)) ?? [];
  if (first === undefined || second === undefined || unit === undefined) return null;
  if (digit(first) < 1 || digit(second) !== digit(first) + 1) return null;
  const size = readChineseNumber(`一${unit}`) ?? 0;
  return { low: digit(first) * size, high: digit(second) * size };
}
