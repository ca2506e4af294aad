import { expect, it } from 'vitest';
import { runBuilt } from './run-built.ts';

it.each([
  ['share --attribute security_related --format csv'],
  ['export sources'],
  ['dataset validate test/dataset --format csv'],
])('%s begins with a byte order mark where --bom asks for it', async (line) => {
  const plain = await runBuilt(line.split(' '));
  const marked = await runBuilt([...line.split(' '), '--bom']);
  expect(marked).toEqual({ ...plain, stdout: `\uFEFF${plain.stdout}` });
});

it('is refused for any other format', async () => {
  const { stderr, exit_code } = await runBuilt(['trend', '--bom']);
  expect([exit_code, stderr]).toEqual([2, expect.stringContaining('--bom is given; allowed is --format csv with it.')]);
});
