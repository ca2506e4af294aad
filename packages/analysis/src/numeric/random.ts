import { requireSeed } from './requirements.ts';

/** A reproducible source of random numbers. */
export interface Random {
  /** The next number, 0 or more and below 1, with 32 random bits. */
  next(): number;
  /** The next whole number, 0 or more and below the bound, each equally likely. */
  integer(below: number): number;
}

const SPAN = 2 ** 32;

/**
 * The generator xoshiro128**, its state filled from the seed by splitmix32. Equal seeds give equal numbers on every
 * machine.
 *
 * @see Blackman, D. & Vigna, S. (2021). Scrambled linear pseudorandom number generators. https://doi.org/10.1145/3460772
 * @param seed - a whole number from 0 to 4294967295
 * @throws RangeError where the seed or a bound is outside what it allows
 * @example
 * createRandom(1).integer(6) === createRandom(1).integer(6); // true
 */
export function createRandom(seed: number): Random {
  requireSeed(seed);
  const word = xoshiro128(splitmix32(seed, 4));
  return {
    next: () => word() / SPAN,
    integer: (below) => boundedInteger(word, below),
  };
}

/** Puts a list into a random order, in place, each order equally likely (the algorithm of Fisher and Yates). */
export function shuffle(values: number[], random: Random): void {
  for (let index = values.length - 1; index > 0; index -= 1) {
    const other = random.integer(index + 1);
    const value = values[index] ?? 0;
    values[index] = values[other] ?? 0;
    values[other] = value;
  }
}

/** The first numbers of splitmix32, which spread a seed over a state that is never all zero. */
export function splitmix32(seed: number, length: number): number[] {
  return Array.from({ length }, (_, index) => {
    let word = (seed + Math.imul(0x9e3779b9, index + 1)) | 0;
    word = Math.imul(word ^ (word >>> 16), 0x21f0aaad);
    word = Math.imul(word ^ (word >>> 15), 0x735a2d97);
    return (word ^ (word >>> 15)) >>> 0;
  });
}

/** The generator xoshiro128** from a given state of four 32-bit words. */
export function xoshiro128(state: readonly number[]): () => number {
  let [a = 0, b = 0, c = 0, d = 0] = state;
  return () => {
    const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotateLeft(d, 11);
    return result;
  };
}

function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

function boundedInteger(word: () => number, below: number): number {
  if (!Number.isInteger(below) || below < 1 || below > SPAN) {
    throw new RangeError(`below is ${below}; allowed is a whole number from 1 to 4294967296.`);
  }
  // Words above the last whole multiple are drawn again: otherwise small numbers would come up more often.
  const limit = SPAN - (SPAN % below);
  let drawn = word();
  while (drawn >= limit) drawn = word();
  return drawn % below;
}
