import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join } from 'node:path';
import { transformSync } from 'rolldown/utils';
import { describe, expect, it } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { builtFile } from './run-built.ts';

const code = readFileSync(builtFile, 'utf8');
const folder = dirname(builtFile);
const files = readdirSync(folder).filter((name) => name.endsWith('.js'));
const codes = files.map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

/** What Node 20 does not have, of the language's own library and of `node:` modules. */
const newer = [
  /\bIterator\.(from|prototype|concat)\b/,
  /\bPromise\.(try|withResolvers)\b/,
  /\bObject\.groupBy\b/,
  /\bMap\.groupBy\b/,
  /\bArray\.fromAsync\b/,
  /\bRegExp\.escape\b/,
  /\bMath\.sumPrecise\b/,
  /\.(isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference)\(/,
  /\bimport\.meta\.main\b/,
  // Called as ?.( where it may be missing.
  /\benableCompileCache\(/,
  /= ?require\(["'`]node:sqlite\b/,
];

function lowered(text: string, target: string): string {
  const { code: result, errors } = transformSync('govexport.js', text, { target });
  expect(errors).toEqual([]);
  return result;
}

/** What a file asks for, whenever it does. */
function requiredBy(text: string): string[] {
  return [...text.matchAll(/\brequire\(["'`]([^"'`]+)["'`]\)/g)].flatMap(([, name]) => name ?? []);
}

/** A file with every neighbour that is loaded with it, and not only when it is asked for. */
function loadedWith(name: string, loaded: string[] = []): { readonly name: string; readonly text: string }[] {
  const file = codes.find((one) => one.name === name);
  if (file === undefined || loaded.includes(name)) return [];
  loaded.push(name);
  const atOnce = requiredBy(file.text.replaceAll(/\(\) ?=> ?require\([^)]*\)/g, ''));
  return [file, ...atOnce.flatMap((one) => loadedWith(one.replace('./', ''), loaded))];
}

const runtime = { name: 'rolldown-runtime.js' };

describe('the built files', () => {
  it('starts with a line for the shell', () => {
    expect(code.startsWith('#!/usr/bin/env node\n')).toBe(true);
  });

  it.each(codes)('$name needs nothing but Node and its neighbours', ({ text }) => {
    const own = new Set([
      ...builtinModules,
      ...builtinModules.map((name) => `node:${name}`),
      ...files.map((name) => `./${name}`),
    ]);
    expect(requiredBy(text).filter((name) => !own.has(name))).toEqual([]);
    expect(manifest).not.toHaveProperty('dependencies');
  });

  it('start without any of the libraries, and load what works on folders only for that', () => {
    const start = loadedWith('govexport.js');
    expect(start.length).toBeGreaterThan(1);
    expect(start.filter(({ text }) => text.includes('ZodObject'))).toEqual([]);
    const answering = loadedWith('for~answering.js');
    expect(answering.some(({ text }) => text.includes('ZodObject'))).toBe(true);
    expect(answering.filter(({ name }) => !name.includes('answering'))).toEqual([expect.objectContaining(runtime)]);
    expect(answering.flatMap(({ text }) => requiredBy(text))).not.toContain('node:crypto');
  });

  it.each(codes)('$name holds no syntax that Node 20 would not read', ({ text }) => {
    expect(manifest.engines.node).toBe('>=20.15');
    expect(lowered(text, 'node20') === lowered(text, 'esnext')).toBe(true);
  });

  it.each(newer)('does not use %s', (pattern) => {
    expect(codes.flatMap(({ text }) => pattern.exec(text)?.[0] ?? [])).toEqual([]);
  });

  it('has the licences of its libraries beside it', () => {
    const text = readFileSync(builtFile.replace(/govexport\.js$/, 'third-party-licences.txt'), 'utf8');
    for (const name of ['zod', '@trpc/server', 'csv-parse', 'fflate', 'hyparquet-writer', 'write-excel-file'])
      expect(text).toMatch(new RegExp(`^${name} \\d`, 'm'));
  });
});
