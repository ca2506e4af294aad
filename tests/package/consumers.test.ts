import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { loadDataset } from '@govexport/dataset';
import { build } from 'vite';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { installConsumer, pinned } from './src/packed.ts';
import { run } from './src/run.ts';

const require = createRequire(import.meta.url);
const consumer = inject('consumer');
const onNode = run(process.execPath, ['prints.js'], consumer);

/** The program of a package. */
function programOf(name: string, bin: string): string {
  return join(dirname(require.resolve(`${name}/package.json`)), bin);
}

it('Node reads the records, checks them, describes them and computes', () => {
  expect(JSON.parse(onNode)).toMatchObject({ refused: false, valid: loadDataset().programs.length });
});

it('Deno says the same', () => {
  const options = ['run', '--no-config', '--node-modules-dir=manual', '--allow-read', '--allow-env', 'prints.js'];
  expect(run(process.execPath, [programOf('deno', 'bin.cjs'), ...options], consumer)).toBe(onNode);
});

it('Bun says the same', () => {
  const system = { darwin: 'darwin', linux: 'linux' }[process.platform as string] ?? process.platform;
  const machine = { arm64: 'aarch64' }[process.arch as string] ?? process.arch;
  expect(run(programOf(`@oven/bun-${system}-${machine}`, 'bin/bun'), ['run', 'prints.js'], consumer)).toBe(onNode);
});

it('Jest says the same in a test of its own', () => {
  const folder = join(consumer, 'jest');
  mkdirSync(folder);
  const test = `import { use } from '../uses.js';\nit('says it', async () => expect(await use()).toBe(${JSON.stringify(onNode.trim())}));\n`;
  writeFileSync(join(folder, 'uses.test.js'), test);
  const config = JSON.stringify({ rootDir: consumer, roots: ['<rootDir>/jest'], transform: {}, watchman: false });
  const options = [programOf('jest', 'bin/jest.js'), '--config', config, '--runInBand', '--json'];
  const { stdout, stderr } = spawnSync(process.execPath, ['--experimental-vm-modules', '--no-warnings', ...options], {
    cwd: consumer,
    encoding: 'utf8',
  });
  expect(JSON.parse(stdout || '{}'), stderr).toMatchObject({ numPassedTests: 1, numTotalTests: 1 });
});

describe('a CommonJS project', () => {
  it.each([
    ['require', `require('./uses.js').use().then(console.log)`],
    ['import()', `import('./uses.js').then(({ use }) => use()).then(console.log)`],
  ])('says the same by %s', (_, code) => {
    writeFileSync(join(consumer, 'common.cjs'), code);
    expect(run(process.execPath, ['--no-warnings', 'common.cjs'], consumer)).toBe(onNode);
  });
});

describe('a project with the oldest zod of the promised range', () => {
  const folder = join(inject('folder'), 'zod-4.0');
  beforeAll(() => {
    mkdirSync(folder);
    const tarballs = Object.entries(inject('tarballs')).filter(([name]) => !/(http|charts|api|cli)$/.test(name));
    installConsumer(
      folder,
      tarballs.map(([, tarball]) => tarball),
      ['zod@4.0.0', pinned('@trpc/client')],
    );
  });

  it('says the same', () => {
    const { version } = JSON.parse(readFileSync(join(folder, 'node_modules/zod/package.json'), 'utf8')) as {
      version: string;
    };
    expect(version).toBe('4.0.0');
    expect(run(process.execPath, ['prints.js'], folder)).toBe(onNode);
  });

  it('is typed', () => {
    // tRPC's own declarations name Disposable and the Fetch API.
    const lib = ['ES2023', 'ESNext.Disposable', 'DOM', 'DOM.Iterable'];
    const settings = { module: 'NodeNext', moduleResolution: 'nodenext', lib, types: [], strict: true, noEmit: true };
    const include = ['client.ts', 'exported.ts'];
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: settings, include }));
    expect(run(process.execPath, [programOf('typescript-7.0', 'bin/tsc'), '-p', '.'], folder)).toBe('');
  });
});

/** Most bytes, after gzip, that a form for the records of one table adds to a page. */
const budget = 60_000;

it.each(['Program', 'Source', 'DatasetMeta'])(
  'Vite bundles %s for a form in a browser within the budget',
  async (schema) => {
    const entry = join(consumer, `form-${schema}.js`);
    writeFileSync(
      entry,
      `import { ${schema} } from '@govexport/schema';\nexport const check = (values) => ${schema}.safeParse(values).success;\n`,
    );
    const rolldownOptions = { input: entry, preserveEntrySignatures: 'strict' as const };
    const built = await build({
      root: consumer,
      configFile: false,
      logLevel: 'silent',
      build: { write: false, rolldownOptions },
    });
    const { output } = built as { output: { code?: string }[] };
    const bytes = output.reduce((sum, { code = '' }) => sum + gzipSync(code).length, 0);
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThanOrEqual(budget);
  },
);
