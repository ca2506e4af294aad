import { readdirSync, readFileSync } from 'node:fs';
import { compileFunction } from 'node:vm';
import { expect, it } from 'vitest';
import { createCollector, type Reference } from '../reference/compare.ts';

interface Example {
  readonly file: string;
  readonly call: string;
  readonly value: string;
}

const folder = new URL('../../src/numeric/', import.meta.url);
const names = readdirSync(folder).map((file) => file.replace(/\.ts$/, ''));
const examples = names.flatMap((file): Example[] => {
  const text = readFileSync(new URL(`${file}.ts`, folder), 'utf8');
  const lines = [...text.matchAll(/@example\n \* (?<call>.+); \/\/ (?<value>.+)\n/g)];
  return lines.map(({ groups }) => ({ file, call: groups?.['call'] ?? '', value: groups?.['value'] ?? '' }));
});

it('every example of the documentation is found', () => {
  const marks = names.flatMap((file) => readFileSync(new URL(`${file}.ts`, folder), 'utf8').match(/@example/g) ?? []);
  expect(marks.length).toBeGreaterThan(8);
  expect(examples).toHaveLength(marks.length);
});

// A value ending in “...” shows its first members only.
it.each(examples)('$call', async ({ file, call, value }) => {
  const module = (await import(`../../src/numeric/${file}.ts`)) as Record<string, unknown>;
  const run = (expression: string): unknown =>
    (compileFunction(`return (${expression})`, Object.keys(module)) as (...items: unknown[]) => unknown)(
      ...Object.values(module),
    );
  const shown = run(value.replace(/, \.\.\. }$/, ' }')) as Reference;
  createCollector().compare(call, run(call), shown);
});
