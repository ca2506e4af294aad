import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { createApp } from '@govexport/api';
import { loadDataset } from '@govexport/dataset';
import { Changes, jsonSchemaOf, tables, tableSchemaOf } from '@govexport/schema';
import { Package } from 'datapackage';
import { RE2JS } from 're2js';
import { afterAll, describe, expect, it } from 'vitest';
import { compile } from 'xspattern';
import { z } from 'zod';
import { run } from './src/run.ts';
import { temporaryFolder } from './src/packed.ts';

const require = createRequire(import.meta.url);
const files = dirname(require.resolve('@govexport/dataset/package.json'));
const { fetch } = createApp({ dataset: loadDataset() });
const openapi = await (await fetch(new Request('http://localhost/openapi.json'))).text();
const dataPackage: unknown = JSON.parse(readFileSync(join(files, 'datapackage.json'), 'utf8'));
const folder = temporaryFolder();

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Every `pattern` of a description, each once. */
function patternsIn(description: unknown): string[] {
  const found = new Set<string>();
  JSON.stringify(description, (key, value: unknown) => {
    if (key === 'pattern' && typeof value === 'string') found.add(value);
    return value;
  });
  return [...found].sort();
}

const anchored = patternsIn([JSON.parse(openapi), tables.map((table) => jsonSchemaOf(table)), z.toJSONSchema(Changes)]);
const whole = patternsIn([dataPackage, tables.map((table) => tableSchemaOf(table))]);

describe('the patterns of descriptions', () => {
  it('are there, and those of Table Schema are of the whole text, without anchors', () => {
    expect(anchored.length).toBeGreaterThan(10);
    expect(anchored.filter((pattern) => !/^\^[^|]*\$$/.test(pattern))).toEqual([]);
    expect(anchored.map((pattern) => pattern.slice(1, -1))).toEqual(expect.arrayContaining(whole));
  });

  it.each([...anchored, ...whole])('RE2 reads %s', (pattern) => {
    expect(() => RE2JS.compile(pattern)).not.toThrow();
  });

  it.each(whole)('XML Schema reads %s', (pattern) => {
    expect(() => compile(pattern)).not.toThrow();
  });

  it.each(pythons())('%s reads them', (python) => {
    const code = 'import json, re, sys; [re.compile(one) for one in json.load(sys.stdin)]';
    const input = JSON.stringify([...anchored, ...whole]);
    expect(spawnSync(python, ['-c', code], { input, encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
  });

  const fields = tables.flatMap((table) => tableSchemaOf(table).fields.map((field) => ({ table, field })));
  const constrained = fields.filter(({ field }) => field.constraints['pattern'] !== undefined);

  it('let every published value through in each of them', () => {
    const dataset = loadDataset();
    const refused = constrained.flatMap(({ table: { name }, field }) => {
      const pattern = String(field.constraints['pattern']);
      const [re2, xml] = [RE2JS.compile(pattern), compile(pattern)];
      const values = (dataset[name] as readonly object[]).map((row) => (row as Record<string, unknown>)[field.name]);
      return values.filter((value) => typeof value === 'string' && !(re2.matches(value) && xml(value)));
    });
    expect(constrained.length).toBeGreaterThan(50);
    expect(refused).toEqual([]);
  });
});

it('ajv reads the JSON Schema of every table as strictly as it does where nobody asks for less', () => {
  // Types in lists are allowed to say null; it logs them where nobody says so.
  const ajv = new Ajv2020({ allowUnionTypes: true, formats: { uri: true } });
  ajv.addVocabulary(['x-vocabulary', 'x-format']);
  const dataset = loadDataset();
  for (const table of tables) {
    const check = ajv.compile(jsonSchemaOf(table));
    for (const record of dataset[table.name]) expect(check(record), JSON.stringify(check.errors)).toBe(true);
  }
});

/** Python where it is found: this machine may have none. */
function pythons(): string[] {
  return ['python3'].filter((name) => spawnSync(name, ['--version']).status === 0);
}

it('a library of others opens the Data Package and finds nothing amiss in any table', async () => {
  const opened = await Package.load(join(files, 'datapackage.json'), { strict: false });
  for (const resource of opened.resources) {
    const rows = await resource.read({ keyed: true, relations: true });
    // Nobody has reviewed the published records yet.
    if (resource.name !== 'reviews') expect(rows.length, resource.name).toBeGreaterThan(0);
  }
  expect(opened.errors).toEqual([]);
  expect(opened.resources.length).toBeGreaterThan(40);
});

it('generators of clients read the OpenAPI, and what they write is typed', () => {
  const out = join(folder, 'clients');
  mkdirSync(out);
  writeFileSync(join(out, 'openapi.json'), openapi);
  writeFileSync(join(out, 'package.json'), '{ "type": "module" }');
  generate('openapi-typescript', ['openapi.json', '--output', 'openapi-typescript.ts'], out);
  generate('@hey-api/openapi-ts', ['--input', 'openapi.json', '--output', 'hey-api'], out);
  generate('orval', ['--input', 'openapi.json', '--output', 'orval.ts', '--client', 'fetch'], out);
  const compilerOptions = {
    target: 'ES2023',
    module: 'ESNext',
    moduleResolution: 'bundler',
    strict: true,
    noEmit: true,
  };
  const lib = ['ES2023', 'DOM', 'DOM.Iterable', 'ESNext.Disposable'];
  writeFileSync(
    join(out, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: { ...compilerOptions, lib, types: [] } }),
  );
  const compiler = join(dirname(require.resolve('typescript/package.json')), 'bin/tsc');
  expect(run(process.execPath, [compiler, '-p', '.'], out)).toBe('');
  for (const written of ['openapi-typescript.ts', 'hey-api/sdk.gen.ts', 'orval.ts'])
    expect(existsSync(join(out, written)), written).toBe(true);
});

/** Runs the program of a package in a folder. */
function generate(name: string, options: readonly string[], cwd: string): void {
  const home = packageFolder(name);
  const { bin } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>;
  };
  const file = typeof bin === 'string' ? bin : (Object.values(bin)[0] ?? '');
  run(process.execPath, [join(home, file), ...options], cwd);
}

/** Where a package is installed; some do not let their manifest be asked for. */
function packageFolder(name: string): string {
  return join(import.meta.dirname, 'node_modules', name);
}
