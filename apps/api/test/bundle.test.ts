import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const built = new URL('../dist/', import.meta.url);
const files = ['server.js', ...readdirSync(new URL('server/', built)).map((name) => `server/${name}`)];
const codes = files.map((name) => ({ name, text: readFileSync(new URL(name, built), 'utf8') }));
const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  dependencies: Record<string, string>;
};

/** What a file of code loads when it is loaded, or when a request needs it. */
function loadedBy(text: string): string[] {
  // Examples in texts hold imports too, which a pattern would take for the file's own.
  return ts.preProcessFile(text).importedFiles.map(({ fileName }) => fileName);
}

describe('the built server', () => {
  it.each(codes)('$name loads only itself, Node and what is installed with it', ({ text }) => {
    const outside = loadedBy(text).filter((name) => !name.startsWith('.') && !name.startsWith('node:'));
    const packages = outside.filter((name) => !builtinModules.includes(name));
    const known = Object.keys(manifest.dependencies);
    expect(packages.filter((name) => !known.some((one) => name === one || name.startsWith(`${one}/`)))).toEqual([]);
  });

  it('holds neither the records nor the drawing of charts', () => {
    const outside = loadedBy(codes[0]?.text ?? '');
    expect(outside).toEqual(expect.arrayContaining(['@govexport/dataset', '@govexport/charts/standalone']));
    expect(codes.map(({ text }) => text).join('')).not.toContain('"GX-0001"');
  });

  it.each(codes)('$name is written in ASCII', ({ text }) => {
    expect(/[^\0-\x7f]/.exec(text)).toBeNull();
  });

  it('has the licences of its libraries beside it', () => {
    const text = readFileSync(new URL('third-party-licences.txt', built), 'utf8');
    for (const name of ['hono', '@hono/node-server', '@trpc/server', 'lru-cache', 'prom-client', 'zod'])
      expect(text).toMatch(new RegExp(`^${name} \\d`, 'm'));
  });
});
