import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { transformSync } from 'rolldown/utils';
import { describe, expect, it } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { builtFile } from './run-built.ts';

const code = readFileSync(builtFile, 'utf8');

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
  /\benableCompileCache\b/,
  /\bnode:sqlite\b/,
];

function lowered(target: string): string {
  const { code: text, errors } = transformSync('govexport.js', code, { target });
  expect(errors).toEqual([]);
  return text;
}

describe('the built file', () => {
  it('starts with a line for the shell', () => {
    expect(code.startsWith('#!/usr/bin/env node\n')).toBe(true);
  });

  it('needs nothing but Node', () => {
    const imported = [...code.matchAll(/^import (?:.* from )?["']([^"']+)["']/gm)].map(([, name]) => name);
    const required = [...code.matchAll(/__require\(["']([^"']+)["']\)/g)].map(([, name]) => name);
    expect(imported.length).toBeGreaterThan(0);
    const own = new Set([...builtinModules, ...builtinModules.map((name) => `node:${name}`)]);
    expect([...imported, ...required].filter((name) => !own.has(name ?? ''))).toEqual([]);
    expect(manifest).not.toHaveProperty('dependencies');
  });

  it('holds no syntax that Node 20 would not read', () => {
    expect(manifest.engines.node).toBe('>=20');
    expect(lowered('node20') === lowered('esnext')).toBe(true);
  });

  it.each(newer)('does not use %s', (pattern) => {
    expect(pattern.exec(code)?.[0]).toBeUndefined();
  });

  it('has the licences of its libraries beside it', () => {
    const text = readFileSync(builtFile.replace(/govexport\.js$/, 'third-party-licences.txt'), 'utf8');
    for (const name of ['zod', '@trpc/server']) expect(text).toMatch(new RegExp(`^${name} \\d`, 'm'));
  });
});
