import { expect, test } from 'vitest';
import { barOf, progressOn } from '../src/start/progress.ts';

function written(isPlain: boolean, steps: readonly (readonly [line: string, done?: number | null])[]): string[] {
  const lines: string[] = [];
  const progress = progressOn({ write: (text) => lines.push(text) }, isPlain);
  for (const [line, done] of steps) progress(line, done);
  return lines;
}

test('a bar is drawn over the last one, and never over a line', () => {
  const steps = [['begin'], ['5000 rows read', 0.25], ['10000 rows read', 0.5], ['end', null], ['again', 1]] as const;
  expect(written(false, steps)).toEqual([
    'govexport: begin\n',
    'govexport: [######------------------]  25 % 5000 rows read\n',
    '\u001B[1A\u001B[2Kgovexport: [############------------]  50 % 10000 rows read\n',
    'govexport: end\n',
    'govexport: [########################] 100 % again\n',
  ]);
  expect(written(true, steps)).toEqual(steps.map(([line]) => `govexport: ${line}\n`));
});

test('a bar has one width, whatever it is given', () => {
  const widths = [-1, 0, 0.001, 0.999, 1, 7].map((done) => barOf(done).length);
  expect(new Set(widths).size).toBe(1);
});
