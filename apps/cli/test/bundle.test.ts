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
  /\bfrom ?["']node:sqlite\b/,
];

function lowered(text: string, target: string): string {
  const { code: result, errors } = transformSync('govexport.js', text, { target });
  expect(errors).toEqual([]);
  return result;
}

describe('the built files', () => {
  it('starts with a line for the shell', () => {
    expect(code.startsWith('#!/usr/bin/env node\n')).toBe(true);
  });

  it.each(codes)('$name needs nothing but Node and its neighbours', ({ text }) => {
    const imported = [...text.matchAll(/^import (?:.* from )?["']([^"']+)["']/gm)].map(([, name]) => name);
    const required = [...text.matchAll(/__require\(["']([^"']+)["']\)/g)].map(([, name]) => name);
    expect(imported.length).toBeGreaterThan(0);
    const own = new Set([
      ...builtinModules,
      ...builtinModules.map((name) => `node:${name}`),
      ...files.map((name) => `./${name}`),
    ]);
    expect([...imported, ...required].filter((name) => !own.has(name ?? ''))).toEqual([]);
    expect(manifest).not.toHaveProperty('dependencies');
  });

  it('start without any of the libraries, and load what works on folders only for that', () => {
    const neighbours = codes.map(({ name, text }) => ({
      name,
      imported: [...text.matchAll(/^import (?:.* from )?["']\.\/([^"']+)["']/gm)].map(([, file]) => file),
    }));
    expect(neighbours.find(({ name }) => name === 'govexport.js')?.imported).toEqual([]);
    expect(code).not.toMatch(/node_modules/);
    expect(neighbours.filter(({ imported }) => imported.includes('handlers.js'))).toEqual([]);
  });

  it.each(codes)('$name holds no syntax that Node 20 would not read', ({ text }) => {
    expect(manifest.engines.node).toBe('>=20');
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
