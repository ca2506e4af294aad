import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { home } from '../scripts/derived-files.ts';
import { readLocation, verifyDataset, type Answers, type LocationFiles } from '../src/maintain.ts';
import { loadDataset } from '../src/node.ts';

const folder = mkdtempSync(join(tmpdir(), 'release-'));
const published = loadDataset();
const answers = JSON.parse(readFileSync(`${home}statistics.json`, 'utf8')) as Answers;
const recompute = () => Promise.resolve(answers);
let tarball = '';
let packed: LocationFiles = new Map();

beforeAll(async () => {
  execFileSync('pnpm', ['pack', '--pack-destination', folder], { cwd: home, stdio: 'pipe' });
  tarball = join(folder, readdirSync(folder)[0] ?? '');
  packed = await readLocation(tarball);
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('a package whose checksums were made anew', () => {
  const sha256 = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');
  const version = published.meta.version;

  /** The package with one file replaced, and with lists of checksums that fit. */
  async function forged(path: string, text: string): Promise<string[]> {
    const registered = {
      [version]: Object.fromEntries(
        [...packed].filter(([name]) => name !== 'package.json').map(([name, content]) => [name, sha256(content)]),
      ),
    };
    const files = new Map(packed).set(path, new TextEncoder().encode(text));
    for (const list of ['SHA256SUMS', 'dist/files/SHA256SUMS']) {
      const base = list.replace('SHA256SUMS', '');
      const lines = new TextDecoder()
        .decode(packed.get(list))
        .trim()
        .split('\n')
        .map((line) => line.slice(66));
      const sums = lines.map((name) => `${sha256(files.get(base + name) ?? new Uint8Array())}  ${name}\n`);
      files.set(list, new TextEncoder().encode(sums.join('')));
    }
    const target = mkdtempSync(join(folder, 'forged-'));
    for (const [name, content] of files) {
      mkdirSync(dirname(join(target, name)), { recursive: true });
      writeFileSync(join(target, name), content);
    }
    const { findings } = await verifyDataset(target, recompute, { registered });
    return findings.map(({ check, file }) => `${check} ${file}`);
  }

  test.each([
    'dist/index.js',
    'dist/files/programs.ndjson',
    'codebook.json',
    'datapackage.json',
    'reference/README.md',
    'README.md',
  ])('and whose %s was altered, is found by the register of its version', async (path) => {
    expect(await forged(path, 'altered')).toContain(`release ${path}`);
  });

  test('and that holds a file more, is found too', async () => {
    expect(await forged('dist/more.js', 'altered')).toContain('release dist/more.js');
  });

  test('is not known where its version is not registered', async () => {
    const { checks } = await verifyDataset(tarball, recompute, { registered: { '0.0.1': {} } });
    expect(checks.find(({ check }) => check === 'release')?.checked).toBe(0);
  });
});
