import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { AppRouter } from '@govexport/router';
import { createTRPCClient, httpBatchLink } from '@trpc/client';
import { afterAll, describe, expect, it } from 'vitest';
import { Problem } from '../src/problems/problem.ts';
import {
  endAll,
  freePort,
  logOf,
  rawConnection,
  serve,
  serverFile,
  start,
  untilAccepted,
  untilRefused,
} from './server-process.ts';

/** For the tests that leave the server as it was. */
const shared = await serve();

afterAll(endAll);

describe('the built server', () => {
  it('answers a typed client over a real socket', async () => {
    const { origin } = shared;
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
    const { origin, said, child, ended } = await serve();
    expect(logOf({ said })).toMatchObject([{ msg: 'The API listens', address: `${origin}/` }]);
    await (await fetch(`${origin}/healthz`)).text();
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(said.stderr).toBe('');
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('finishes a request in flight on %s, then ends with 0', async (signal) => {
    const { child, said, ended, port } = await serve();
    const { write, answer } = await rawConnection(port);
    // Half a request: the server waits for its end, and must still do so when it no longer takes new ones.
    write('GET /v1/programs/GX-0001 HTTP/1.1\r\nHost: localhost\r\n');
    await (await fetch(`http://127.0.0.1:${port}/healthz`)).text();
    child.kill(signal);
    await untilRefused(port);
    write('\r\n');
    const [head = '', body = ''] = (await answer).split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 200 OK/);
    expect(JSON.parse(body)).toMatchObject({ program: { id: 'GX-0001' } });
    expect([await ended, said.stderr]).toEqual([0, '']);
  });

  it('sends an answer to its end that a slow client has not taken yet', async () => {
    const { child, said, ended, port } = await serve();
    const { dataset } = (await (await fetch(`http://127.0.0.1:${port}/v1/data`)).json()) as {
      dataset: { version: string };
    };
    // More than the kernel keeps for a client that does not read.
    const requests = 20;
    const socket = connect(port, '127.0.0.1');
    const path = `/v1/data/${dataset.version}/files/govexport.sqlite`;
    socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`.repeat(requests));
    await once(socket, 'readable');
    child.kill('SIGTERM');
    await untilRefused(port);
    let bytes = 0;
    for await (const chunk of socket) bytes += (chunk as Buffer).length;
    const { size } = statSync(fileURLToPath(import.meta.resolve('@govexport/dataset/files/govexport.sqlite')));
    expect(bytes).toBeGreaterThan(requests * size);
    expect([await ended, said.stderr]).toEqual([0, '']);
  });

  it('cuts off a request that does not end and says so', async () => {
    const { child, said, ended, port } = await serve();
    const { write, answer } = await rawConnection(port);
    write('GET /healthz HTTP/1.1\r\nHost: localhost\r\n');
    await (await fetch(`http://127.0.0.1:${port}/healthz`)).text();
    child.kill('SIGTERM');
    expect([await ended, await answer]).toEqual([0, '']);
    expect(logOf({ said }).at(-1)).toMatchObject({ msg: 'Requests that had not ended after 4 seconds were cut off.' });
  });

  it.each([
    ['hello', 'hello\r\n\r\n', 'request is not readable; allowed is HTTP/1.1.'],
    ['a NUL byte', 'GET /\0 HTTP/1.1\r\nHost: x\r\n\r\n', 'request is not readable; allowed is HTTP/1.1.'],
    [
      'no host',
      'GET / HTTP/1.1\r\nConnection: close\r\n\r\n',
      'request is without a usable address (Missing host header); allowed is a path below a valid Host header.',
    ],
    [
      'no path',
      'OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      'request is without a usable address (Invalid URL); allowed is a path below a valid Host header.',
    ],
  ])('answers %s on the socket with a problem', async (_, request, sentence) => {
    const { port, said } = shared;
    const { write, answer } = await rawConnection(port);
    write(request);
    const [head = '', body = ''] = (await answer).split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(head).toMatch(/\r\ncontent-type: application\/problem\+json/);
    expect(Problem.parse(JSON.parse(body))).toMatchObject({ status: 400, code: 'invalid-input', detail: sentence });
    expect(said.stderr).toBe('');
  });

  it.each(['100-continue', 'the impossible'])(
    'answers what expects %s with nothing in between',
    async (expectation) => {
      const { write, answer } = await rawConnection(shared.port);
      write('GET /v1/statistics/crosstab?seed=77 HTTP/1.1\r\nHost: x\r\n\r\n');
      write(`GET /nothing HTTP/1.1\r\nHost: x\r\nExpect: ${expectation}\r\nConnection: close\r\n\r\n`);
      const [, first = '', second = '', ...further] = (await answer).split('HTTP/1.1 ');
      expect([first.slice(0, 3), second.slice(0, 3), further]).toEqual(['200', '404', []]);
      const [, body = ''] = second.split('\r\n\r\n');
      expect(Problem.parse(JSON.parse(body)).code).toBe('not-found');
    },
  );

  it('answers a query of 1 MiB on the socket with a problem', async () => {
    const { write, answer } = await rawConnection(shared.port);
    write(`GET /v1/meta?${'x'.repeat(1_048_576)} HTTP/1.1\r\nHost: x\r\n\r\n`);
    const [head = '', body = ''] = (await answer).split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 431 Request Header Fields Too Large\r\n/);
    expect(Problem.parse(JSON.parse(body))).toMatchObject({
      code: 'headers-too-large',
      detail: 'request is too long; allowed is at most 16384 bytes with its headers.',
    });
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

  it('serves on where its log cannot be written, and ends as it should', async () => {
    // Other systems have no file that is always full.
    if (!existsSync('/dev/full')) return;
    const port = await freePort();
    const child = spawn('sh', ['-c', `exec "${process.execPath}" "${serverFile}" >/dev/full`], {
      env: { ...process.env, API_PORT: String(port), LOG_LEVEL: 'debug' },
    });
    const [told, ended] = [text(child.stderr), once(child, 'exit')];
    await untilAccepted(port);
    for (let count = 0; count < 1_200; count += 1)
      expect((await fetch(`http://127.0.0.1:${port}/healthz?${'x'.repeat(1_000)}`)).status).toBe(200);
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(await told).toBe('The log cannot be written (ENOSPC); the server goes on without it.\n');
  });

  it('says that its port is taken', async () => {
    const { port } = shared;
    const { said, ended } = start({ API_PORT: String(port) });
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
