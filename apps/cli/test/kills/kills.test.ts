import { expect, it } from 'vitest';
import { killOften } from './kill-runs.ts';

it('a command that is killed loses nothing, leaves nothing half, and the next run tidies up', async () => {
  const tallies = await killOften({ count: 24, seed: 20_261_201 });
  expect(tallies.flatMap(({ command, problems }) => problems.map((one) => `${command}: ${one}`))).toEqual([]);
  expect(tallies.every(({ runs }) => runs === 3)).toBe(true);
  expect(tallies.reduce((sum, { killed }) => sum + killed, 0)).toBeGreaterThan(0);
}, 580_000);
