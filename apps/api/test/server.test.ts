import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AppRouter } from '@govexport/router';
import { createTRPCClient, httpBatchLink } from '@trpc/client';
import { afterEach, describe, expect, it } from 'vitest';

const file = fileURLToPath(new URL('../dist/server.js', import.meta.url));
const children: ReturnType<typeof start>[] = [];

function start(environment: Record<string, string>) {
  const child = spawn(process.execPath, [file], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (text) => (said.stdout += String(text)));
  child.stderr.on('data', (text) => (said.stderr += String(text)));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { child, said, ended };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

async function serve(): Promise<{ origin: string; running: ReturnType<typeof start> }> {
  const port = await freePort();
  const running = start({ API_PORT: String(port) });
  children.push(running);
  await once(running.child.stdout, 'data');
  return { origin: `http://127.0.0.1:${port}`, running };
}

afterEach(async () => {
  for (const { child, ended } of children.splice(0)) {
    child.kill('SIGKILL');
    await ended;
  }
});

describe('the built server', () => {
  it('answers a typed client over a real socket', async () => {
    const { origin } = await serve();
    const client = createTRPCClient<AppRouter>({ links: [httpBatchLink({ url: `${origin}/trpc` })] });
    const [share, program] = await Promise.all([
      client.statistics.share.query({ countries: ['KG'] }),
      client.programs.get.query({ id: 'GX-0001' }),
    ]);
    expect(share.input.countries).toEqual(['KG']);
    expect(program.program.id).toBe('GX-0001');
    await expect(client.programs.get.query({ id: 'GX-9999' })).rejects.toMatchObject({
      message: 'id is "GX-9999"; allowed is the id of a program, such as GX-0001.',
      data: { code: 'NOT_FOUND', httpStatus: 404, problem: { code: 'not-found' } },
    });
  });

  it('says where it listens and ends with 0 on SIGTERM', async () => {
    const { origin, running } = await serve();
    expect(running.said.stdout).toBe(`The API listens on ${origin}/\n`);
    await (await fetch(`${origin}/healthz`)).text();
    running.child.kill('SIGTERM');
    expect(await running.ended).toBe(0);
    expect(running.said.stderr).toBe('');
  });

  it.each([
    [{ API_PORT: 'abc' }, 'API_PORT is "abc"; allowed is a whole number from 1 to 65535.\n'],
    [{ API_PORT: '99999' }, 'API_PORT is "99999"; allowed is a whole number from 1 to 65535.\n'],
    [{ HOST: 'a b' }, 'HOST is "a b"; allowed is an address of this machine, such as 127.0.0.1 or 0.0.0.0.\n'],
    [{ HOST: '203.0.113.7' }, 'HOST is "203.0.113.7", but this machine has no such address.\n'],
  ])('refuses %j in one sentence', async (environment, sentence) => {
    const { said, ended } = start({ API_PORT: String(await freePort()), ...environment });
    expect([await ended, said]).toEqual([1, { stdout: '', stderr: sentence }]);
  });

  it('says that its port is taken', async () => {
    const { origin } = await serve();
    const { port } = new URL(origin);
    const { said, ended } = start({ API_PORT: port });
    expect([await ended, said.stderr]).toEqual([
      1,
      `Port ${port} is already in use: choose another one with API_PORT.\n`,
    ]);
  });

  it('refuses a dataset with everything that is wrong with it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'govexport-api-'));
    const { said, ended } = start({ API_PORT: String(await freePort()), GOVEXPORT_DATASET: folder });
    expect(await ended).toBe(1);
    expect(said.stderr).toContain('dataset.json');
    expect(said.stderr).toContain('programs');
    expect(said.stderr).not.toMatch(/\n\s+at /);
    rmSync(folder, { recursive: true });
  });
});
