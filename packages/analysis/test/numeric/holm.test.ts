import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holmAdjusted } from '../../src/numeric/holm.ts';
import { holds } from './seeded.ts';

const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 });

describe('holmAdjusted', () => {
  it('keeps the order of the p values, makes none smaller and none larger than the number of tests makes it', () => {
    holds(
      fc.property(pValues, (p) => {
        const adjusted = holmAdjusted(p);
        p.forEach((value, index) => {
          expect(adjusted[index]).toBeGreaterThanOrEqual(value);
          expect(adjusted[index]).toBeLessThanOrEqual(Math.min(1, value * p.length));
          p.forEach((other, at) => {
            if (value <= other) expect(adjusted[index]).toBeLessThanOrEqual(adjusted[at] ?? NaN);
          });
        });
      }),
    );
  });

  it('leaves a single p value as it is', () => {
    expect(holmAdjusted([0.04])).toEqual([0.04]);
    expect(holmAdjusted([])).toEqual([]);
  });

  it('refuses what is no number', () => {
    expect(() => holmAdjusted([0.1, NaN])).toThrow('pValues[1] is NaN');
    expect(() => holmAdjusted([null, NaN])).toThrow('pValues[1] is NaN');
  });

  it('leaves what was not tested as it is, and out of the number of tests', () => {
    expect(holmAdjusted([null, 0.0625, null, 0.5, 0.25])).toEqual([null, 0.1875, null, 0.5, 0.5]);
  });
});
