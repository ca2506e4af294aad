import { describe, expect, test } from 'vitest';
import { formatProblem, showValue } from '../src/index.ts';
import { filesWith, program, sentences } from './valid-records.ts';

const deep = JSON.parse('['.repeat(50_000) + ']'.repeat(50_000)) as unknown;
const programJson = (json: string) => ({
  ...filesWith({}),
  programs: [{ file: 'programs/GX-0001.json', value: JSON.parse(json) as unknown }],
});
const withKey = (json: string) => programJson(`${JSON.stringify(program).slice(0, -1)},${json}}`);

describe('showValue', () => {
  test.each<[unknown, string]>([
    [undefined, 'nothing'],
    [null, 'null'],
    ['text', '"text"'],
    [{ a: [1, true] }, '{"a":[1,true]}'],
    [Number.NaN, '"NaN"'],
    [1n, '"1"'],
    [() => 1, '"function"'],
    [Symbol('s'), '"symbol"'],
    ['\u001B[31mred\u009B', '"\\u001b[31mred\\u009b"'],
    ['a\u2028b\u202Ec', '"a\\u2028b\\u202ec"'],
    ['x'.repeat(78), `"${'x'.repeat(78)}"`],
    ['x'.repeat(79), `"${'x'.repeat(78)}…`],
    [`${'x'.repeat(77)}😀`, `"${'x'.repeat(77)}…`],
    [deep, '[[[[[[[["…"]]]]]]]]'],
  ])('shows %o', (value, shown) => {
    expect(showValue(value)).toBe(shown);
  });

  test('shows a value that holds itself', () => {
    const knot: unknown[] = [];
    knot.push(knot);
    expect(showValue(knot)).toBe('[[[[[[[["…"]]]]]]]]');
  });
});

describe('formatProblem', () => {
  const problem = { file: 'programs/GX-0001.json', record: 'GX-0001', field: 'year', value: '1', expected: '2' };

  test.each([
    [problem, 'programs/GX-0001.json: year is 1; expected 2'],
    [{ ...problem, record: null }, 'programs/GX-0001.json: year is 1; expected 2'],
    [{ ...problem, file: 'all.json' }, 'all.json: GX-0001: year is 1; expected 2'],
    [{ ...problem, field: '' }, 'programs/GX-0001.json is 1; expected 2'],
    [{ ...problem, file: 'a\nb.json', record: null }, 'a\\u000ab.json: year is 1; expected 2'],
  ])('%o', (given, sentence) => {
    expect(formatProblem(given)).toBe(sentence);
  });
});

describe('hostile records', () => {
  test.each(['null', '[]', '"GX-0001"', '7', 'true'])('%s is no record', (json) => {
    expect(sentences(programJson(json))).toEqual([`programs/GX-0001.json is ${json}; expected a value of type object`]);
  });

  test.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])('the key %s is refused', (key) => {
    expect(sentences(withKey(`"${key}":{"polluted":true}`))).toEqual([
      `programs/GX-0001.json: ${key} is {"polluted":true}; expected no such field`,
    ]);
    expect({}).not.toHaveProperty('polluted');
  });

  test('the key __proto__ is refused within a record too, and gives no field', () => {
    const json = JSON.stringify(program).replace('"participants":{', '"participants":{"__proto__":{"value":1},');
    expect(sentences(programJson(json))).toEqual([
      'programs/GX-0001.json: participants.__proto__ is {"value":1}; expected no such field',
    ]);
  });

  test.each(['title', 'topics', 'participants', 'recipient_agencies', 'sources', 'security_related'])(
    'deep JSON in %s is refused',
    (field) => {
      const [sentence] = sentences(filesWith({ program: { [field]: deep } }));
      expect(sentence).toContain(`: ${field}`);
      expect(sentence).toContain('[[[[');
    },
  );

  test('deep JSON under a key that does not belong is refused', () => {
    const agency = { name: 'Police', country: null, more: deep };
    expect(sentences(filesWith({ program: { recipient_agencies: [agency] } }))).toEqual([
      'programs/GX-0001.json: recipient_agencies.0.more is [[[[[[[["…"]]]]]]]]; expected no such field',
    ]);
  });

  test('huge text is shortened in the message', () => {
    const [sentence] = sentences(filesWith({ program: { title: ` ${'x'.repeat(5_000_000)}` } }));
    expect(sentence).toBe(
      `programs/GX-0001.json: title is " ${'x'.repeat(77)}…; expected text that is not empty, without line breaks, control characters or spaces at its ends`,
    );
  });

  test('a huge or unprintable key is quoted and shortened', () => {
    expect(sentences(withKey(`"${'k'.repeat(1_000_000)}":1`))).toEqual([
      `programs/GX-0001.json: "${'k'.repeat(78)}… is 1; expected no such field`,
    ]);
    expect(sentences(withKey('"a\\nb\\u001b":1,"":2'))).toEqual([
      'programs/GX-0001.json: "a\\nb\\u001b" is 1; expected no such field',
      'programs/GX-0001.json: "" is 2; expected no such field',
    ]);
  });
});
