import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { freePort } from './free-port.ts';
import { builtFile, runBuilt } from './run-built.ts';

/** The folder of the API: in it, its own package is found by its name. */
const api = fileURLToPath(new URL('../../api/', import.meta.url));

describe('serve', () => {
  it('starts the API on the dataset that is asked for, and ends at the interrupt key', async () => {
    const port = await freePort();
    const dataset = fileURLToPath(new URL('dataset', import.meta.url));
    const args = [builtFile, 'serve', '--port', String(port), '--dataset', dataset];
    const child = spawn(process.execPath, args, { cwd: api, stdio: ['ignore', 'pipe', 'pipe'] });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    while (!stderr.includes('The API listens')) await once(child.stderr, 'data');
    const answer = await fetch(`http://127.0.0.1:${port}/v1/statistics/overview`);
    expect(((await answer.json()) as { dataset: { name: string } }).dataset.name).toBe('small');
    child.kill('SIGINT');
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(stderr).toContain(`govexport: the API is at http://127.0.0.1:${port}/\n`);
    expect(stdout).toBe('Ended.\n');
  }, 60_000);

  it('says that its port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const { stderr, exit_code } = await runBuilt(['serve', '--port', String(port)], {}, { folder: api });
    taken.close();
    expect(exit_code).toBe(3);
    expect(stderr).toContain(`Port ${port} is already in use`);
    expect(stderr).toMatch(/govexport: the API ended with exit code 1; see its message above\.\n$/);
  }, 60_000);
});

describe('doctor', () => {
  it('examines the program', async () => {
    const { stdout, stderr, exit_code } = await runBuilt(['doctor', '--format', 'json'], {}, { folder: api });
    expect([stderr, exit_code]).toEqual(['', 0]);
    const { examined } = JSON.parse(stdout) as { examined: { what: string; state: string }[] };
    const states = Object.fromEntries(examined.map(({ what, state }) => [what, state]));
    expect(states).toMatchObject({ Program: 'fine', Node: 'fine', Dataset: 'fine', 'API for serve': 'fine' });
  });

  it('finds a dataset that is not valid', async () => {
    const { stdout, exit_code } = await runBuilt(['doctor', '--dataset', 'test/broken-dataset']);
    expect(stdout).toContain('test/broken-dataset: 5 problems; "govexport dataset validate" names them');
    expect(exit_code).toBe(1);
  });
});
