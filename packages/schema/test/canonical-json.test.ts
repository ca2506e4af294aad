import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalContent, canonicalJson, parseDataset } from '../src/index.ts';
import { filesWith, meta, program, source } from './valid-records.ts';

class Point {
  x = 1;
}

describe('canonicalJson', () => {
  test.each([
    [{ b: 1, a: [true, null, 'ü'] }, '{"b":1,"a":[true,null,"ü"]}'],
    [{ share: 0.1, tiny: 1e-7, large: 1e21 }, '{"share":0.1,"tiny":1e-7,"large":1e+21}'],
    [-0, '0'],
    [[-0], '[0]'],
    [null, 'null'],
    ['line\nbreak', '"line\\nbreak"'],
    [{}, '{}'],
  ])('writes %o as %s', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  test.each([
    ['undefined', { a: undefined }, '“a” holds undefined'],
    ['undefined alone', undefined, '“” holds undefined'],
    ['NaN', { a: [1, Number.NaN] }, '“1” holds NaN'],
    ['Infinity', { a: Infinity }, '“a” holds Infinity'],
    ['a Date', { a: new Date(0) }, '“a” holds [object Date]'],
    ['a Map', new Map([['a', 1]]), '“” holds [object Map]'],
    ['a Set', { a: new Set([1]) }, '“a” holds [object Set]'],
    ['a class', { a: new Point() }, '“a” holds [object Object]'],
    ['an object without prototype', { a: Object.create(null) as object }, '“a” holds [object Object]'],
    ['a function', { a: () => 1 }, '“a” holds function'],
    ['a symbol', { a: Symbol('s') }, '“a” holds symbol'],
    ['a bigint', { a: 1n }, '“a” holds bigint'],
    ['toJSON', { a: { toJSON: () => 1 } }, '“toJSON” holds function'],
    // eslint-disable-next-line no-sparse-arrays -- the hole is the case
    ['a hole in a list', [1, , 2], '“1” holds undefined'],
  ])('refuses %s', (_, value, what) => {
    expect(() => canonicalJson(value)).toThrow(new TypeError(`canonicalJson requires JSON-stable values; ${what}`));
  });

  test('what it writes is what it read, for any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
      { seed: 20261124, numRuns: 300 },
    );
  });
});

describe('canonicalContent', () => {
  test('holds meta, programs and sources in this order and nothing else', () => {
    const tables = { sources: [source], programs: [program], meta, sha256: 'left out' };
    expect(canonicalContent(tables)).toBe(JSON.stringify({ meta, programs: [program], sources: [source] }));
  });

  test('does not depend on the order of fields in the files', () => {
    const turned = Object.fromEntries(Object.entries(program).reverse());
    const parsed = parseDataset({ ...filesWith({}), programs: [{ file: 'programs/GX-0001.json', value: turned }] });
    expect(parsed.ok && canonicalContent(parsed.tables)).toBe(
      canonicalContent({ meta, programs: [program], sources: [source] }),
    );
  });
});
