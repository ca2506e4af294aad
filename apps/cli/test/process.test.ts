import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, cpSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { askStatistic, createCaller, problemKinds } from '@govexport/router';
import { openDataset } from '@govexport/router/node';
import { canonicalJson } from '@govexport/schema';
import { describe, expect, it } from 'vitest';
import schema from '@govexport/schema/package.json' with { type: 'json' };
import manifest from '../package.json' with { type: 'json' };
import { codes } from '../src/args/exit-codes.ts';
import { builtFile, home, runBuilt } from './run-built.ts';

const dataset = openDataset();
const caller = createCaller({ dataset });
const longAnswer = [builtFile, 'programs', 'list', '--format', 'json', '--limit', '100'];

describe('the published dataset', () => {
  it('is in the built program, with the versions of both', async () => {
    const { meta, sha256 } = dataset;
    const stdout = `govexport ${manifest.version}\ndataset ${meta.name} ${meta.version}, sha256 ${sha256}\nschema ${schema.version}\n`;
    expect(await runBuilt(['--version'])).toEqual({ stdout, stderr: '', exit_code: 0 });
  });

  // Every statistic is asked with many inputs by tests/parity.
  it('answers with the bytes of the router, wherever an option stands', async () => {
    const stdout = `${canonicalJson(await askStatistic(caller, 'trend', {}))}\n`;
    const ended = { stdout, stderr: '', exit_code: 0 };
    expect(await runBuilt(['trend', '--format', 'json'])).toEqual(ended);
    expect(await runBuilt(['--format=json', 'trend'])).toEqual(ended);
  });

  it('comes with the statistics that the dataset package publishes', () => {
    const published = fileURLToPath(import.meta.resolve('@govexport/dataset/statistics.json'));
    const built = new URL('../dist/statistics.json', import.meta.url);
    expect(readFileSync(built, 'utf8')).toBe(readFileSync(published, 'utf8'));
  });

  it('says in one sentence that a file of the program is missing', async () => {
    const copy = mkdtempSync(join(tmpdir(), 'program-'));
    cpSync(dirname(builtFile), copy, { recursive: true });
    rmSync(join(copy, 'dataset.json'));
    const { stderr, exit_code } = await runBuilt(['meta'], {}, { file: join(copy, 'govexport.js') });
    rmSync(copy, { recursive: true });
    expect(stderr).toMatch(/^govexport: the program is not whole \(ENOENT: .*\); install it anew\.\n$/);
    expect(exit_code).toBe(3);
  });
});

it('has the exit codes of the problems of the router', () => {
  const { 'invalid-input': usage, 'not-found': notFound, internal } = problemKinds;
  expect([usage, notFound, internal].map(({ exit_code }) => exit_code)).toEqual([
    codes.usage,
    codes.notFound,
    codes.internal,
  ]);
});

describe('the output', () => {
  it('ends silently where its reader stops early', () => {
    const shell = `"$0" "$@" | head -c 1; echo; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', shell, process.execPath, ...longAnswer], { encoding: 'utf8' });
    expect({ stdout, stderr }).toEqual({ stdout: '{\n0\n', stderr: '' });
  });

  it('that cannot be written is a failure of files', () => {
    const unwritable = openSync(builtFile, 'r');
    const { status, stderr } = spawnSync(process.execPath, longAnswer, {
      stdio: ['ignore', unwritable, 'pipe'],
      encoding: 'utf8',
    });
    closeSync(unwritable);
    expect({ status, stderr }).toEqual({ status: 3, stderr: 'govexport: the output cannot be written (EBADF).\n' });
  });

  it('stops at an interrupt', async () => {
    const child = spawn(process.execPath, longAnswer, { cwd: home, stdio: ['ignore', 'pipe', 'ignore'] });
    await once(child, 'spawn');
    child.kill('SIGINT');
    const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
    expect([code, signal]).toEqual([null, 'SIGINT']);
  });
});
