import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { home, runBuilt } from './run-built.ts';

const dataset = join(home, '../../packages/dataset');
const folder = mkdtempSync(join(tmpdir(), 'build-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('dataset build', { timeout: 120_000 }, () => {
  it('makes of the published records the files that are published', async () => {
    const { stderr, exit_code } = await runBuilt(
      ['dataset', 'build', join(dataset, 'data'), '--output', 'out'],
      {},
      { folder },
    );
    expect({ stderr, exit_code }).toEqual({ stderr: '', exit_code: 0 });
    // The text beside the CSV says where the files are published, which a folder does not know.
    const tables = readdirSync(join(dataset, 'csv')).filter((file) => file.endsWith('.csv'));
    for (const name of ['codebook.md', ...tables.map((file) => `csv/${file}`)]) {
      expect(readFileSync(join(folder, 'out', name)).equals(readFileSync(join(dataset, name)))).toBe(true);
    }
    const binary = readdirSync(join(dataset, 'dist/files')).filter((name) =>
      /\.(parquet|sqlite|json|ndjson)$/.test(name),
    );
    expect(binary.length).toBeGreaterThan(50);
    for (const name of binary) {
      const made = readFileSync(join(folder, 'out/files', name));
      expect(made.equals(readFileSync(join(dataset, 'dist/files', name)))).toBe(true);
    }
  });

  it('lists every file with its checksum', () => {
    const out = join(folder, 'out');
    const lines = readFileSync(join(out, 'SHA256SUMS'), 'utf8').trimEnd().split('\n');
    const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(lines).toHaveLength(files.length - 1);
    for (const line of lines) {
      const [sum, path = ''] = line.split('  ');
      expect(
        createHash('sha256')
          .update(readFileSync(join(out, path)))
          .digest('hex'),
      ).toBe(sum);
    }
  });

  it('keeps a build unless it is told to replace it, and leaves nothing beside it', async () => {
    writeFileSync(join(folder, 'out/mine.txt'), 'kept');
    const again = ['dataset', 'build', join(home, 'test/dataset'), '--output', 'out'];
    expect(await runBuilt(again, {}, { folder })).toEqual({
      stdout: '',
      stderr: 'govexport: out is not empty; expected a new folder.\n',
      exit_code: 3,
    });
    expect(readFileSync(join(folder, 'out/mine.txt'), 'utf8')).toBe('kept');
    expect((await runBuilt([...again, '--replace'], {}, { folder })).exit_code).toBe(0);
    expect(readFileSync(join(folder, 'out/datapackage.json'), 'utf8')).toContain('"name": "small"');
    expect(readdirSync(folder)).toEqual(['out']);
  });
});
