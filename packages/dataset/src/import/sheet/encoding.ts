import { analyse } from 'chardet';
import { LocationError } from '../../location-error.ts';

/** The encodings that tables are read in, by the names of the Encoding Standard, as people call them. */
export const encodings: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 (little-endian)',
  'utf-16be': 'UTF-16 (big-endian)',
  'windows-1251': 'Windows-1251',
  'windows-1252': 'Windows-1252',
  'windows-1250': 'Windows-1250',
  'windows-1254': 'Windows-1254',
  'koi8-r': 'KOI8-R',
  'iso-8859-5': 'ISO 8859-5',
  ibm866: 'IBM 866',
  gb18030: 'GB18030',
  big5: 'Big5',
  shift_jis: 'Shift_JIS',
  'euc-kr': 'EUC-KR',
};

const marks: readonly (readonly [begin: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** Names that people and programs give to encodings, beside those of the list. */
const otherNames: Readonly<Record<string, string>> = {
  utf8: 'utf-8',
  'utf-16': 'utf-16le',
  cp1251: 'windows-1251',
  'win-1251': 'windows-1251',
  1251: 'windows-1251',
  cp1252: 'windows-1252',
  latin1: 'windows-1252',
  'iso-8859-1': 'windows-1252',
  cp866: 'ibm866',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  cp936: 'gb18030',
  sjis: 'shift_jis',
};

/**
 * The encoding that a person names.
 *
 * @throws LocationError where it is not one of `encodings`
 */
export function encodingNamed(text: string): string {
  const name = text.trim().toLowerCase();
  const known = otherNames[name] ?? name;
  if (Object.hasOwn(encodings, known)) return known;
  throw new LocationError(`The encoding is "${text}"; allowed is one of ${Object.keys(encodings).join(', ')}.`);
}

/**
 * The encoding of a text by its begin: its byte order mark, UTF-8 where the bytes are that, UTF-16 by its zero bytes, and
 * else what is likeliest by the frequency of signs.
 *
 * @throws LocationError where no encoding of the list fits
 */
export function encodingOf(name: string, head: Uint8Array): string {
  const marked = marks.find(([begin]) => begin.every((byte, at) => head[at] === byte));
  if (marked !== undefined) return marked[1];
  const wide = zeroBytes(head);
  if (wide !== null) return wide;
  if (isUtf8(head)) return 'utf-8';
  const likeliest = analyse(head)
    .map((match) => match.name.toLowerCase())
    .map((found) => otherNames[found] ?? found)
    .find((found) => Object.hasOwn(encodings, found));
  if (likeliest !== undefined) return likeliest;
  throw new LocationError(
    `${name} is in an encoding that is not known by its content; expected --encoding with one of ${Object.keys(encodings).join(', ')}.`,
  );
}

/** Latin text in UTF-16 without a mark has a zero in every second byte. */
function zeroBytes(head: Uint8Array): string | null {
  const sample = head.subarray(0, 512);
  const zeros = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const many = sample.length / 8;
  if (odd > many && even < many / 4) return 'utf-16le';
  return even > many && odd < many / 4 ? 'utf-16be' : null;
}

/**
 * Whether the bytes are UTF-8, a few broken ones apart: those are refused when the text is read, and not taken for letters
 * of another encoding. A character may be cut at the end of the head.
 */
function isUtf8(head: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(head, { stream: true });
  const broken = text.split('\uFFFD').length - 1;
  return broken === 0 || text.replaceAll(/[\p{ASCII}\uFFFD]/gu, '').length > 10 * broken;
}
