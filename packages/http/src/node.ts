import { executionAsyncResource } from 'node:async_hooks';
import { hash } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Effort, Encoders } from './encodings.ts';
import type { Reply } from './reply.ts';

export { clientAddresses, isNetwork } from './node/client-address.ts';
export {
  hasUsableHost,
  limitedServer,
  type Answering,
  type ConnectionLimits,
  type Unreadable,
} from './node/connections.ts';
export { endingOf } from './node/end-server.ts';
export { Rotation } from './node/rotation.ts';
export {
  limitSettings,
  listenRefusal,
  listensOn,
  originOf,
  readSettings,
  SettingsError,
  settingsTable,
  variable,
  whole,
  type LimitSettings,
} from './node/settings.ts';
export { WorkerPool, type Asker, type PoolFigures, type PoolLimits, type Program } from './node/worker-pool.ts';

const [gzipOf, brotliOf] = [promisify(gzip), promisify(brotliCompress)];

/** Levels of each encoding. The best of brotli takes an eighth of the bytes off again, for 25 to 95 times the time. */
const levels: Readonly<Record<Effort, { readonly gzip: number; readonly br: number }>> = {
  quick: { gzip: 6, br: 6 },
  best: { gzip: 9, br: 11 },
};

/** What Node brings along: its compressors run beside the event loop, its digest of an answer is done sooner than handed over. */
export const nodeEncoders: Encoders = {
  compressors: {
    gzip: async (bytes, effort) => new Uint8Array(await gzipOf(bytes, { level: levels[effort].gzip })),
    br: async (bytes, effort) => {
      const { BROTLI_PARAM_QUALITY: quality, BROTLI_PARAM_SIZE_HINT: hint } = constants;
      return new Uint8Array(await brotliOf(bytes, { params: { [quality]: levels[effort].br, [hint]: bytes.length } }));
    },
  },
  digest: (bytes) => hash('sha256', bytes, 'hex'),
};

/**
 * Lets a server of Node send what is kept before its own listeners see the request, without a `Request` and a `Response`
 * being made for it.
 *
 * @param kept - the reply to a request; undefined where the listeners are to answer it
 */
export function sendKept(
  server: Server,
  kept: (request: IncomingMessage) => Reply | Promise<Reply> | undefined,
): Server {
  const listeners = server.listeners('request');
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    // A server that ends takes no further request of a connection.
    if (!server.listening) response.setHeader('connection', 'close');
    const reply = kept(request);
    if (reply === undefined) for (const listener of listeners) listener.call(server, request, response);
    else if (reply instanceof Promise)
      reply.then(
        (made) => send(response, made),
        () => response.destroy(),
      );
    else send(response, reply);
  });
  // Every request is answered whatever it expects. Left alone, Node writes "100 Continue" into the middle of an answer that
  // waits for an earlier one of its connection, and refuses any other expectation without a word.
  const answer = (request: IncomingMessage, response: ServerResponse) => server.emit('request', request, response);
  return server.on('checkContinue', answer).on('checkExpectation', answer);
}

function send(response: ServerResponse, { status, headers, body }: Reply): void {
  response.writeHead(status, headers as string[]);
  response.end(body);
}

/** Over once Node has done what waits: what lies between two turns. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** One object of Node's queue of ticks, kept as long as the process, for its shape alone. */
const ticks: object[] = [];

/** Sets the engine up for a server; ADR 11 tells what each step is worth. */
export function tuneEngine(): void {
  // Collect once the heap has grown by 30 percent of what is in use; left alone, it grows to as much again.
  setFlagsFromString('--heap-growing-percent=30');
  // Objects of a request are young, whichever requests came before. Left alone, V8 learns from requests that wait for a
  // long computation that they live long, and every later one then leaves its objects in the old space.
  setFlagsFromString('--no-allocation-site-pretenuring');
  // One object of Node's queue of ticks is kept. In a pause without any, a collection forgets the shape of them, and all
  // that was learnt of it with it: every later request costs a quarter more.
  process.nextTick(() => ticks.push(executionAsyncResource()));
}
