import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runBuilt } from './run-built.ts';

const files = join(dirname(fileURLToPath(import.meta.resolve('@govexport/dataset/package.json'))), 'dist/files');
const zip = join(files, readdirSync(files).find((name) => name.endsWith('.zip')) ?? 'no zip');

it('the built command needs nothing beside itself, not for the history of the dataset either', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'alone-'));
  cpSync(fileURLToPath(new URL('../dist', import.meta.url)), join(folder, 'dist'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  const args = ['provenance', 'GX-0039', '--format', 'csv', '--table', 'amendments', '--no-cache'];
  const alone = spawnSync(process.execPath, [join(folder, 'dist/govexport.js'), ...args], { encoding: 'utf8' });
  expect(alone).toMatchObject({ status: 0, stderr: '', stdout: (await runBuilt(args)).stdout });
  expect(alone.stdout).toMatch(/^version,field,old,new,reason\n2\.0\.0,/);
  rmSync(folder, { recursive: true });
});

describe('a dataset in one file', () => {
  it('answers as the published one', async () => {
    const published = await runBuilt(['overview', '--format', 'json']);
    expect(published.exit_code).toBe(0);
    expect(await runBuilt(['overview', '--format', 'json', '--dataset', zip])).toEqual(published);
    expect(await runBuilt(['overview', '--format', 'json'], { GOVEXPORT_DATASET: zip })).toEqual(published);
  });

  it('is exported, opened and examined', async () => {
    expect((await runBuilt(['export', 'countries', '--dataset', zip])).stdout).toMatch(/^iso2,iso3,/);
    expect((await runBuilt(['open', 'GX-0001', '--dataset', zip])).exit_code).toBe(0);
    expect((await runBuilt(['doctor', '--dataset', zip])).exit_code).toBe(0);
  });

  it('that is cut is refused in one sentence', async () => {
    const { stderr, exit_code } = await runBuilt(['overview', '--dataset', 'test/import/cut.zip']);
    expect(stderr).toBe('govexport: test/import/cut.zip cannot be unpacked; expected the whole archive, unaltered.\n');
    expect(exit_code).toBe(3);
  });

  it('that is missing is refused in one sentence', async () => {
    const { stderr, exit_code } = await runBuilt(['overview', '--dataset', 'nowhere.zip']);
    expect(stderr).toBe('govexport: nowhere.zip is missing; expected a folder, a .tgz or a .zip.\n');
    expect(exit_code).toBe(3);
  });
});
