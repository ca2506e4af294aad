import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { incomingHead } from '../src/index.ts';
import { limitedServer, type ConnectionLimits } from '../src/node.ts';

const ended: (() => unknown)[] = [];
afterEach(() => {
  for (const end of ended.splice(0)) end();
});

const patient: ConnectionLimits = { headerBytes: 2_000, headersTimeout: 60, requestTimeout: 60, keepAliveTimeout: 60 };

async function serve(
  limits: Partial<ConnectionLimits>,
  listener: RequestListener = (_, response) => response.end('made'),
) {
  const refuse = (reason: string, start: string) => ({
    status: 400,
    headers: ['x-why', reason],
    body: new TextEncoder().encode(start.slice(0, 3)),
  });
  const server = limitedServer({ ...patient, ...limits }, { listener, refuse });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  ended.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

function open(port: number, written: string) {
  const socket = connect(port, '127.0.0.1');
  ended.push(() => socket.destroy());
  socket.on('error', () => undefined).write(written);
  return socket;
}

describe('a server with limits', () => {
  it.each([
    ['headers that never end', 'GET / HTTP/1.1\r\nHost: x\r\nX-A: ', { headersTimeout: 1 }],
    [
      'a body that never comes',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n',
      { requestTimeout: 1, headersTimeout: 1 },
    ],
    ['a connection that is not used', 'GET / HTTP/1.1\r\nHost: x\r\n\r\n', { keepAliveTimeout: 1 }],
  ])('closes %s', async (_, written, limits) => {
    const port = await serve(limits, (request, response) => {
      if (request.method === 'GET') response.end('made');
    });
    const socket = open(port, written);
    socket.resume();
    await once(socket, 'close');
  });

  it('closes a connection whose client takes nothing of its answer, and no other', async () => {
    const large = Buffer.alloc(20_000_000);
    const port = await serve({ requestTimeout: 1, headersTimeout: 1 }, (request, response) => {
      if (request.url === '/large') response.end(large);
      else setTimeout(() => response.end('late'), 3_000);
    });
    const late = open(port, 'GET /late HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    const taking = open(port, 'GET /large HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    const idle = open(port, 'GET /large HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    const [told, took] = await Promise.all([text(late), text(taking)]);
    expect(told).toMatch(/late$/);
    expect(took.length).toBeGreaterThan(large.length);
    let taken = 0;
    idle.on('data', (chunk: Buffer) => (taken += chunk.length));
    await once(idle, 'close');
    expect(taken).toBeLessThan(large.length);
  });

  it.each([
    ['too-large', `GET /${'x'.repeat(3_000)} HTTP/1.1\r\n\r\n`, 'GET'],
    ['not-http', 'hello\r\n\r\n', 'hel'],
  ])('says why bytes are no request: %s', async (reason, written, start) => {
    const port = await serve({});
    const answer = await text(open(port, written));
    expect(answer).toContain(`x-why: ${reason}\r\ncontent-length: 3\r\nconnection: close\r\n\r\n${start}`);
  });

  it('tells all requests of a connection that their client has left', async () => {
    const signals: AbortSignal[] = [];
    const port = await serve({}, (request) => signals.push(incomingHead(request).left()));
    const socket = open(port, 'GET / HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(30));
    while (signals.length < 30) await new Promise((resolve) => setImmediate(resolve));
    expect(signals.filter(({ aborted }) => aborted)).toEqual([]);
    socket.destroy();
    await Promise.all(signals.map(async (signal) => signal.aborted || once(signal, 'abort')));
    expect(new Set(signals).size).toBe(1);
  });
});
