import fc from 'fast-check';

/** Checks a property on the same cases in every run. */
export function holds<Values extends [unknown, ...unknown[]]>(property: fc.IPropertyWithHooks<Values>): void {
  fc.assert(property, { seed: 20221124, numRuns: 300 });
}

/** A coverage such as people ask for. */
export const level = fc.double({ min: 0.01, max: 0.999, noNaN: true });

/** A count, mostly small. */
export const count = fc.oneof(fc.nat(20), fc.nat(5000));

/** Successes and trials, at least one. */
export const share = fc.tuple(count, count).filter(([successes, failures]) => successes + failures > 0);

/** Values that are not whole numbers of zero or more. */
export const notCounts = [-1, 0.5, NaN, Infinity, 2 ** 53];

/** Values that are not levels. */
export const notLevels = [0, 1, -0.5, 1.5, NaN, Infinity];
