import { z } from 'zod';
import { once } from '@govexport/schema';

/** The input that fixes every random number of a statistic. */
export const seedShape = once(() => ({
  seed: z
    .int({ error: 'a whole number from 0 to 4294967295' })
    .min(0)
    .max(4_294_967_295)
    .default(2022)
    .describe('Seed of the random numbers.'),
}));

/** The inputs of a permutation test whose arrangements are always drawn. */
export const permutationShape = once(() => ({
  ...seedShape(),
  permutations: z
    .int({ error: 'a whole number from 99 to 100000' })
    .min(99)
    .max(100_000)
    .default(9999)
    .describe('Random arrangements that are drawn.'),
}));
