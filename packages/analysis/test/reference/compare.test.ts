import { describe, expect, it } from 'vitest';
import { compareNumbers, createCollector } from './compare.ts';

describe('compareNumbers', () => {
  it.each([
    [1, 1, 0],
    [Infinity, Infinity, 0],
    [1.5, 1, 0.5],
    [0.5, -1, 1.5],
    [1e-300, 2e-300, 0.5],
    [0, 1e-12, 1],
    [1e-30, 0, 0],
  ])('of %s and %s is %s', (actual, expected, difference) => {
    expect(compareNumbers(actual, expected)).toBe(difference);
  });

  it('is out of any tolerance for NaN, infinite ends that differ, and a number in place of zero', () => {
    expect(compareNumbers(NaN, 1)).toBe(Infinity);
    expect(compareNumbers(Infinity, 1)).toBe(Infinity);
    expect(compareNumbers(-Infinity, Infinity)).toBe(Infinity);
    expect(compareNumbers(1e-20, 0)).toBeGreaterThan(1);
  });
});

describe('collector', () => {
  it('counts numbers at any depth and names the largest difference', () => {
    const collector = createCollector();
    collector.compare('a', { b: [1, 2 + 4e-10], c: null, d: Infinity, e: 'x' }, { b: [1, 2], c: null, d: 'Inf' });
    expect(collector.compared).toBe(3);
    expect(collector.summary()).toBe('reference: 3 values compared, largest relative difference 2.0e-10 (a.b.1)');
  });

  it.each([
    [1.00000001, 1, 'p is 1.00000001; the reference is 1, a relative difference of'],
    [NaN, 1, 'p is NaN; the reference is 1'],
    [1, null, 'p is 1; the reference is null.'],
    [undefined, null, 'p is undefined; the reference is null.'],
    [null, 1, 'p is null; the reference is 1.'],
    [1, 'Inf', 'p is 1; the reference is Infinity'],
    [1, [1], 'p is 1; the reference is [1].'],
    ['a', 'b', 'p is a; the reference is b.'],
    [[1, 2], [1], 'p has 2 items; the reference has 1.'],
    [{}, { a: 1 }, 'p.a is undefined; the reference is 1.'],
    [null, { a: 1 }, 'p is null, not a list or an object.'],
    [{}, [1], 'p is no list; the reference is one.'],
  ])('refuses %j for %j', (actual, expected, message) => {
    expect(() => createCollector().compare('p', actual, expected)).toThrow(message);
  });
});
