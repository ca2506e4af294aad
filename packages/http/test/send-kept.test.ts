import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type RequestListener } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import type { Reply } from '../src/index.ts';
import { sendKept } from '../src/node.ts';

const ended: (() => unknown)[] = [];
afterEach(() => {
  for (const end of ended.splice(0)) end();
});

const encoded = new TextEncoder().encode('kept');
const kept: Reply = { status: 200, headers: ['content-length', '4', 'x-of', 'kept'], body: encoded };

/** A server that keeps the answers to `/kept` and, after a while, to `/slow`; it makes any other anew. */
async function serve(listener: RequestListener = (_, response) => response.end('made')) {
  const server = createServer(listener);
  sendKept(server, ({ url }) => {
    if (url === '/kept') return kept;
    if (url === '/slow') return new Promise((resolve) => setTimeout(() => resolve(kept), 20));
    return url === '/broken' ? Promise.reject(new Error('broken')) : undefined;
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  ended.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { server, port: (server.address() as AddressInfo).port };
}

async function ask(port: number, path: string, method = 'GET') {
  const asked = request({ host: '127.0.0.1', port, path, method }).end();
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  return { status: response.statusCode, headers: response.headers, body: await text(response) };
}

/** All that comes back for bytes that are written as they are; the last request closes the connection. */
async function exchange(port: number, written: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  ended.push(() => socket.destroy());
  socket.write(written);
  return text(socket);
}

describe('a server that sends what is kept', () => {
  it('leaves everything else to its own listeners', async () => {
    const { port } = await serve();
    for (const path of ['/kept', '/slow']) {
      expect(await ask(port, path)).toMatchObject({ status: 200, headers: { 'x-of': 'kept' }, body: 'kept' });
    }
    expect((await ask(port, '/other')).body).toBe('made');
  });

  it('cuts off what cannot be sent', async () => {
    const { port } = await serve();
    await expect(ask(port, '/broken')).rejects.toThrow('socket hang up');
  });

  it.each([
    ['100-continue', '/kept', 'kept'],
    ['100-continue', '/other', 'made'],
    ['something else', '/kept', 'kept'],
    ['something else', '/other', 'made'],
  ])('answers a request that expects %s for %s behind an earlier one', async (expectation, path, body) => {
    const { port } = await serve();
    const last = `Host: a\r\nExpect: ${expectation}\r\nConnection: close\r\n\r\n`;
    const answers = await exchange(port, `GET /slow HTTP/1.1\r\nHost: a\r\n\r\nGET ${path} HTTP/1.1\r\n${last}`);
    const [, ...bodies] = answers.split(/HTTP\/1\.1 200 OK\r\n[^]*?\r\n\r\n/);
    expect([bodies, answers.match(/HTTP\/1\.1/g)?.length]).toEqual([['kept', body], 2]);
  });

  it('closes the connections that it answers once it ends', async () => {
    let answer: () => void = () => undefined;
    const { server, port } = await serve((_, response) => {
      answer = () => response.end('made');
    });
    const socket = connect(port, '127.0.0.1');
    ended.push(() => socket.destroy());
    const received = text(socket);
    socket.write('GET /other HTTP/1.1\r\nHost: a\r\n\r\n');
    await once(server, 'request');
    server.close();
    // The next request of the same connection comes when the server no longer listens.
    socket.write('GET /kept HTTP/1.1\r\nHost: a\r\n\r\n');
    await once(server, 'request');
    answer();
    expect(await received).toMatch(/connection: close[^]*kept$/i);
  });
});
