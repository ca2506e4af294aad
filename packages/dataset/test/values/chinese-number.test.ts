import { describe, expect, test } from 'vitest';
import { readChineseNumber, readNeighbours } from '../../src/import/values/chinese-number.ts';

/** A whole number below 10000 in Chinese numerals, written independently of the reader. */
function inChinese(number: number): string {
  const signs = String(number).split('').map(Number).reverse();
  const written = signs
    .map((digit, place) => (digit === 0 ? '零' : `${'零一二三四五六七八九'.charAt(digit)}${'个十百千'.charAt(place)}`))
    .reverse();
  return written
    .join('')
    .replaceAll('个', '')
    .replaceAll(/零+/g, '零')
    .replace(/(?<=.)零$/, '')
    .replace(/^一十/, '十');
}

describe('a number in Chinese', () => {
  test('is read, each below ten thousand', () => {
    for (let number = 0; number < 10_000; number += 1) {
      const written = number === 0 ? '零' : inChinese(number);
      expect([written, readChineseNumber(written)]).toEqual([written, number]);
    }
  });

  test.each([
    ['两百', 200],
    ['百', 100],
    ['千', 1000],
    ['万', 10_000],
    ['廿五', 25],
    ['壹佰贰拾', 120],
    ['一万二千', 12_000],
    ['一万零二十', 10_020],
    ['一百二十万零三百', 1_200_300],
    ['一百二', null],
    ['一万二', null],
    ['一万二百', null],
    ['一百零', null],
    ['零五', null],
    ['二〇', null],
    ['十十', null],
    ['百千', null],
    ['一千零二百', null],
    ['一万零二千', null],
    ['一万一万', null],
    ['', null],
    ['20', null],
  ])('%j is %s', (text, number) => {
    expect(readChineseNumber(text)).toBe(number);
  });

  test.each([
    ['二三十', { low: 20, high: 30 }],
    ['两三百', { low: 200, high: 300 }],
    ['八九千', { low: 8000, high: 9000 }],
    ['三二十', null],
    ['二四十', null],
    ['零一十', null],
    ['二三', null],
  ])('%s as neighbours is %o', (text, both) => {
    expect(readNeighbours(text)).toEqual(both);
  });
});
