import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { publint } from 'publint';
import { rolldown } from 'rolldown';
import { describe, expect, inject, it } from 'vitest';
import { manifestOf, published } from './src/packed.ts';
import { run } from './src/run.ts';

const require = createRequire(import.meta.url);
interface Project {
  readonly version: string;
  readonly moduleResolution: 'bundler' | 'nodenext';
}

/** The compilers that a project may have; the middle one is of the generation that is written in JavaScript. */
const compilers = ['5.9', '6.0', '7.0'];
const compilerOf = (version: string) => join(dirname(require.resolve(`typescript-${version}/package.json`)), 'bin/tsc');
const [folder, consumer] = [inject('folder'), inject('consumer')];
const tarballs = new Map(Object.entries(inject('tarballs')));

/** The entries of a package that are code with types; the others are files of data. */
function typedEntries(name: string): string[] {
  const path = published.find((candidate) => manifestOf(candidate).name === name) ?? '';
  const { exports = {} } = manifestOf(path);
  return Object.keys(exports).filter((entry) => typeof exports[entry] === 'object' && !entry.includes('*'));
}

/** The entries of packages as they are imported. */
function entriesFor(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    const { name } = manifestOf(path);
    return typedEntries(name).map((entry) => name + entry.slice(1));
  });
}

/** The TypeScript examples of a README. */
function examplesOf(readme: string): string[] {
  return [...readFileSync(readme, 'utf8').matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block);
}

const libraries = published.filter((path) => path.startsWith('packages/'));
const names = published.map((path) => manifestOf(path).name);

describe('a packed package', () => {
  it.each(names)('%s holds what its manifest promises', async (name) => {
    const { messages } = await publint({ pkgDir: join(consumer, 'node_modules', name), strict: true });
    expect(messages).toEqual([]);
  });

  it.each(libraries.map((path) => manifestOf(path).name))('%s resolves its types', (name) => {
    const attw = join(require.resolve('@arethetypeswrong/cli/package.json'), '../dist/index.js');
    const options = [attw, tarballs.get(name) ?? '', '--profile', 'esm-only', '--format', 'ascii', '--no-color'];
    options.push('--entrypoints', ...typedEntries(name));
    // It fails, and says why, where a resolution of the profile fails.
    expect(run(process.execPath, options, folder)).toContain(name);
  });

  it.each(names)('%s carries its README and licence and none of its tests', (name) => {
    const files = run('tar', ['-tzf', tarballs.get(name) ?? ''], folder).split('\n');
    expect(files).toContain('package/README.md');
    expect(files).toContain('package/LICENSE');
    expect(files.filter((file) => /\/(test|src|scripts)\//.test(file))).toEqual([]);
  });
});

it('the dataset carries the licence of its data', () => {
  const files = run('tar', ['-tzf', tarballs.get('@govexport/dataset') ?? ''], folder).split('\n');
  expect(files).toContain('package/LICENSE-DATA');
});

describe('a project outside the workspace', () => {
  /** Types as a library of a stranger writes them, read as that stranger's users read them. */
  function writeTypes({ version, moduleResolution }: Project, types: readonly string[], files: readonly string[]) {
    // tRPC's own declarations name Disposable and the Fetch API.
    const lib = ['ES2023', 'ESNext.Disposable', 'DOM', 'DOM.Iterable'];
    const settings = {
      module: moduleResolution === 'bundler' ? 'ESNext' : 'NodeNext',
      moduleResolution,
      lib,
      types,
      target: 'ES2022',
    };
    const written = { declaration: true, emitDeclarationOnly: true, outDir: 'out', strict: true, skipLibCheck: false };
    const file = `tsconfig.${moduleResolution}.${files.length}.json`;
    writeFileSync(
      join(consumer, file),
      JSON.stringify({ compilerOptions: { ...settings, ...written }, include: files }),
    );
    return run(process.execPath, [compilerOf(version), '-p', file], consumer);
  }

  const projects: Project[] = [
    ...compilers.map((version): Project => ({ version, moduleResolution: 'nodenext' })),
    { version: '5.9', moduleResolution: 'bundler' },
    { version: '7.0', moduleResolution: 'bundler' },
  ];
  it.each(projects)(
    'writes the types of a client with $moduleResolution and TypeScript $version',
    ({ moduleResolution, version }) => {
      // A file of CommonJS beside them asks for the same types by require.
      const common = moduleResolution === 'nodenext' ? ['common-client.cts'] : [];
      expect(writeTypes({ version, moduleResolution }, [], ['client.ts', 'exported.ts', ...common])).toBe('');
    },
  );

  it.each(['5.9', '7.0'])('can name the type of every value of every entry with TypeScript %s', (version) => {
    const lines = entriesFor(libraries).map((entry, at) => {
      const code = `console.log(JSON.stringify(Object.keys(await import('${entry}'))))`;
      const values = JSON.parse(run(process.execPath, ['--input-type=module', '--eval', code], consumer)) as string[];
      const exported = values.map((name) => `export const ${name}_${at} = entry${at}.${name};`);
      return [`import * as entry${at} from '${entry}';`, ...exported].join('\n');
    });
    writeFileSync(join(consumer, 'every-value.ts'), lines.join('\n'));
    expect(writeTypes({ version, moduleResolution: 'nodenext' }, ['node'], ['every-value.ts'])).toBe('');
  });

  it.each(libraries)('runs the examples of the README of %s', (path) => {
    const blocks = examplesOf(join(consumer, 'node_modules', manifestOf(path).name, 'README.md'));
    expect(blocks.length).toBeGreaterThan(0);
    blocks.forEach((block, place) => {
      const file = `example-${path.replaceAll('/', '-')}-${place}.ts`;
      writeFileSync(join(consumer, file), block);
      run(process.execPath, ['--experimental-strip-types', '--no-warnings', file], consumer);
    });
  });

  it('imports every entry of every library', () => {
    const entries = entriesFor(libraries);
    const code = `for (const entry of ${JSON.stringify(entries)}) if (Object.keys(await import(entry)).length === 0) throw new Error(entry);`;
    expect(run(process.execPath, ['--input-type=module', '--eval', code], consumer)).toBe('');
  });

  it('reads a record of the dataset by its path', () => {
    const code = `import record from '@govexport/dataset/data/programs/GX-0001.json' with { type: 'json' }; console.log(record.id);`;
    expect(run(process.execPath, ['--input-type=module', '--eval', code], consumer)).toBe('GX-0001\n');
  });

  it('runs the command line', () => {
    const overview = run('npx', ['--no-install', 'govexport', 'overview', '--format', 'json'], consumer);
    expect(JSON.parse(overview)).toMatchObject({ statistic: 'overview', dataset: { name: 'govexport' } });
  });

  it('serves the API with the command line, where both are installed', () => {
    const doctor = run('npx', ['--no-install', 'govexport', 'doctor', '--format', 'json'], consumer);
    const { examined } = JSON.parse(doctor) as { examined: { what: string; state: string }[] };
    expect(examined.find(({ what }) => what === 'API for serve')?.state).toBe('fine');
  });

  it('bundles the dataset for a browser', async () => {
    writeFileSync(join(consumer, 'browser.js'), `export { loadDataset } from '@govexport/dataset';`);
    const bundle = await rolldown({ input: join(consumer, 'browser.js'), platform: 'browser', logLevel: 'silent' });
    const { output } = await bundle.generate({ format: 'esm' });
    const [{ code, imports }] = output;
    expect(imports).toEqual([]);
    const address = `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`;
    const { loadDataset } = (await import(/* @vite-ignore */ address)) as {
      loadDataset: () => { programs: unknown[] };
    };
    expect(loadDataset().programs.length).toBeGreaterThan(0);
  });

  it('recomputes in a browser without zod, tRPC or the dataset', async () => {
    const files = readdirSync(join(consumer, 'node_modules/@govexport/analysis/dist/compute'));
    const names = files.flatMap((file) => /^([a-z-]+)\.js$/.exec(file)?.[1] ?? []);
    const code = names.map((name, place) => `export * as file${place} from '@govexport/analysis/compute/${name}';`);
    expect(code.length).toBeGreaterThan(20);
    writeFileSync(join(consumer, 'recompute.js'), code.join('\n'));
    const bundle = await rolldown({ input: join(consumer, 'recompute.js'), platform: 'browser', logLevel: 'silent' });
    const { output } = await bundle.generate({ format: 'esm' });
    const modules = output.flatMap((chunk) => ('moduleIds' in chunk ? chunk.moduleIds : []));
    expect(modules.filter((id) => /node_modules\/(zod|@trpc|@govexport\/dataset)\//.test(id))).toEqual([]);
    expect(modules.some((id) => id.includes('@govexport/analysis/'))).toBe(true);
  });
});
