import { expect, it } from 'vitest';
import { createRandom } from '../../src/numeric/random.ts';
import { overdispersedCount } from '../../src/numeric/draw-overdispersed.ts';

it.each([
  [0.7, 1],
  [4.2, 1],
  [4.2, 1.5],
  [4.2, 2.7],
  [71, 2.7],
])('simulated counts of mean %d and dispersion %d have both', (mean, dispersion) => {
  const random = createRandom(20221124);
  const counts = Array.from({ length: 20_000 }, () => overdispersedCount(mean, dispersion, random));
  const found = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const variance = counts.reduce((sum, count) => sum + (count - found) ** 2, 0) / counts.length;
  expect(Math.abs(found - mean)).toBeLessThan(5 * Math.sqrt((mean * dispersion) / counts.length));
  expect(variance / found / dispersion).toBeGreaterThan(0.9);
  expect(variance / found / dispersion).toBeLessThan(1.1);
});
