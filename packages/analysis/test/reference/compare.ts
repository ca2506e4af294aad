import { readFileSync } from 'node:fs';

/** A value of a reference file. JSON has no infinite number: the strings stand for it. */
export type Reference = number | string | boolean | null | readonly Reference[] | { readonly [key: string]: Reference };

/** Below it a double holds fewer than its 53 digits, so no relative difference means anything. */
const SMALLEST_NORMAL = 2 ** -1022;

/** What squares of rounding errors add up to at most where they stand for zero. */
const SQUARED_ROUNDING = 1e-24;

/** How far two correct programs may lie apart. */
export const TOLERANCE = 1e-9;

/** The files of this folder that R wrote. */
type ReferenceFile = `${'numeric' | 'statistics' | 'tables' | 'diversity' | 'agreement' | 'series' | 'inference' | 'answers'}.json`;

/** Reads a file of this folder; the caller says what is in it. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- stands for one cast in each test
export function readReference<Content>(name: ReferenceFile): Content {
  return JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as Content;
}

/** Relative difference of a number from the one expected: 0 where they are equal, infinite ones included. */
export function compareNumbers(actual: number, expected: number): number {
  if (actual === expected || (expected === 0 && Math.abs(actual) < SQUARED_ROUNDING)) return 0;
  if (!Number.isFinite(actual) || !Number.isFinite(expected)) return Infinity;
  return Math.abs(actual - expected) / Math.max(Math.abs(expected), SMALLEST_NORMAL);
}

/** Collects comparisons, and refuses each that is out of tolerance. */
export interface Collector {
  /**
   * Compares numbers, lists and objects at any depth; texts and null must be equal. Keys that only the actual value has
   * are left alone.
   *
   * @throws Error naming the place, both values and their difference
   */
  compare(place: string, actual: unknown, expected: Reference): void;
  /** How many numbers were compared. */
  readonly compared: number;
  /** One line: how many numbers were compared, the largest relative difference, and where it is. */
  summary(): string;
}

/** A collector with nothing in it. */
export function createCollector(): Collector {
  let compared = 0;
  let worst = { difference: 0, place: 'none' };

  function compareOne(place: string, actual: number, expected: number): void {
    compared += 1;
    const difference = compareNumbers(actual, expected);
    if (!(difference <= TOLERANCE)) {
      throw new Error(`${place} is ${actual}; the reference is ${expected}, a relative difference of ${difference}.`);
    }
    if (difference > worst.difference) worst = { difference, place };
  }

  function compare(place: string, actual: unknown, expected: Reference): void {
    if (typeof actual === 'number') {
      const number = expected === 'Inf' ? Infinity : expected === '-Inf' ? -Infinity : expected;
      if (typeof number !== 'number')
        throw new Error(`${place} is ${actual}; the reference is ${JSON.stringify(expected)}.`);
      compareOne(place, actual, number);
    } else if (typeof expected === 'object' && expected !== null) {
      compareItems(place, actual, expected);
    } else if (actual !== expected) {
      throw new Error(`${place} is ${String(actual)}; the reference is ${String(expected)}.`);
    }
  }

  function compareItems(place: string, actual: unknown, expected: Exclude<Reference, null | string>): void {
    if (typeof actual !== 'object' || actual === null) {
      throw new Error(`${place} is ${String(actual)}, not a list or an object.`);
    }
    if (Array.isArray(expected)) {
      if (!Array.isArray(actual)) throw new Error(`${place} is no list; the reference is one.`);
      if (actual.length !== expected.length) {
        throw new Error(`${place} has ${actual.length} items; the reference has ${expected.length}.`);
      }
    }
    const items = actual as Record<string, unknown>;
    for (const [key, value] of Object.entries(expected)) compare(`${place}.${key}`, items[key], value as Reference);
  }

  return {
    compare,
    get compared() {
      return compared;
    },
    summary: () =>
      `reference: ${compared} values compared, largest relative difference ${worst.difference.toExponential(1)} (${worst.place})`,
  };
}
