import { readdirSync, readFileSync } from 'node:fs';
import { compileFunction } from 'node:vm';
import { expect, it } from 'vitest';
import { createCollector, type Reference } from './reference/compare.ts';

interface Example {
  readonly exported: Readonly<Record<string, unknown>>;
  readonly call: string;
  readonly value: string;
}

const root = new URL('../src/', import.meta.url);
const folders = ['numeric', 'query', 'engines/memory'];

/** The files of a folder, and what their examples may name: what they and the questions export. */
async function readFolder(folder: string) {
  const files = [folder, 'query'].flatMap((name) => readdirSync(new URL(name, root)).map((file) => `${name}/${file}`));
  const modules = await Promise.all(files.map((file) => import(`../src/${file}`) as Promise<object>));
  const exported = Object.assign({}, ...modules.reverse()) as Record<string, unknown>;
  const own = files.filter((file) => file.startsWith(folder));
  return { exported, texts: [...new Set(own)].map((file) => readFileSync(new URL(file, root), 'utf8')) };
}

const read = await Promise.all(folders.map(readFolder));
const examples = read.flatMap(({ exported, texts }) =>
  texts.flatMap((text): Example[] => {
    const lines = [...text.matchAll(/@example\n \* (?<call>.+); \/\/ (?<value>.+)\n/g)];
    return lines.map(({ groups }) => ({ exported, call: groups?.['call'] ?? '', value: groups?.['value'] ?? '' }));
  }),
);

it('every example of the documentation is found', () => {
  const marks = read.flatMap(({ texts }) => texts.flatMap((text) => text.match(/@example/g) ?? []));
  expect(marks.length).toBeGreaterThan(20);
  expect(examples).toHaveLength(marks.length);
});

// A value ending in “...” shows its first members only.
it.each(examples)('$call', ({ exported, call, value }) => {
  const run = (expression: string): unknown =>
    (compileFunction(`return (${expression})`, Object.keys(exported)) as (...items: unknown[]) => unknown)(
      ...Object.values(exported),
    );
  const shown = run(value.replace(/, \.\.\. }$/, ' }')) as Reference;
  createCollector().compare(call, run(call), shown);
});
