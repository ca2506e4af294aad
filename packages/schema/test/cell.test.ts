import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readCell, Text, YesNoUnknown } from '../src/index.ts';

describe('readCell', () => {
  test.each<[z.ZodType, string, unknown]>([
    [z.int(), '', null],
    [z.int(), '12', 12],
    [z.int().nullable(), '-3', -3],
    [z.number(), '0.131', 0.131],
    [z.int(), '1,200', '1,200'],
    [z.int(), '012', '012'],
    [z.int(), '1e3', '1e3'],
    [z.int(), ' 1', ' 1'],
    [z.number(), 'NaN', 'NaN'],
    [z.number(), 'Infinity', 'Infinity'],
    [z.number(), '.5', '.5'],
    [YesNoUnknown, 'true', true],
    [YesNoUnknown, 'false', false],
    [YesNoUnknown, 'TRUE', 'TRUE'],
    [Text, '12', '12'],
    [Text, 'true', 'true'],
    [Text.nullable(), '=1+1', '=1+1'],
  ])('%# reads %j', (field, text, value) => {
    expect(readCell(field, text)).toBe(value);
  });

  test('gives every whole number back', () => {
    const check = fc.property(fc.maxSafeInteger(), (value) => readCell(z.int(), String(value)) === value);
    fc.assert(check, { seed: 20261124, numRuns: 200 });
  });
});
