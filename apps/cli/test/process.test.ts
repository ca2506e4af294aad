import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { askStatistic, createCaller, statisticNames } from '@govexport/router';
import { openDataset } from '@govexport/router/node';
import { canonicalJson } from '@govexport/schema';
import { describe, expect, it } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { builtFile, home, runBuilt } from './run-built.ts';

const dataset = openDataset();
const caller = createCaller({ dataset });
const longAnswer = [builtFile, 'programs', 'list', '--format', 'json', '--limit', '100'];

describe('the published dataset', () => {
  it('is in the built program, with the versions of both', async () => {
    const { meta, sha256 } = dataset;
    const stdout = `govexport ${manifest.version}\ndataset ${meta.name} ${meta.version}, sha256 ${sha256}\n`;
    expect(await runBuilt(['--version'])).toEqual({ stdout, stderr: '', exit_code: 0 });
  });

  it.each(statisticNames)('answers %s with the bytes of the router', async (name) => {
    const stdout = `${canonicalJson(await askStatistic(caller, name, {}))}\n`;
    expect(await runBuilt([name, '--format', 'json'])).toEqual({ stdout, stderr: '', exit_code: 0 });
  });
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
