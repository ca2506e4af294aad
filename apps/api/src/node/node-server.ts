import { createServer, STATUS_CODES, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { getRequestListener, RequestError as UnusableAddress } from '@hono/node-server';
import { sendKept } from '@govexport/http/node';
import { RequestError } from '@govexport/router';
import { policies } from '../answers/policy.ts';
import type { App } from '../app.ts';
import { HttpProblem, problemDetails, problemType } from '../problems/problem.ts';

/** Limits of the connections, the times in seconds. */
export interface ConnectionLimits {
  /** The most bytes of a request line with its headers. */
  readonly headerBytes: number;
  /** How long the headers of a request may take. */
  readonly headersTimeout: number;
  /** How long a whole request may take to come in. */
  readonly requestTimeout: number;
  /** How long a connection may wait for its next request. */
  readonly keepAliveTimeout: number;
}

/**
 * The Node server of an app. A request that does not reach the app, because it is not HTTP, too long or without a usable
 * host, is answered with a problem too.
 */
export function createNodeServer({ fetch, kept }: App, limits: ConnectionLimits): Server {
  const listener = getRequestListener(fetch, { errorHandler: answerOutside });
  const options = {
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.headersTimeout * 1_000,
    requestTimeout: limits.requestTimeout * 1_000,
    keepAliveTimeout: limits.keepAliveTimeout * 1_000,
    // Node looks for slow requests this often; a timeout is as exact as this.
    connectionsCheckingInterval: 1_000,
    // Node would refuse a request without a host itself, with an empty answer.
    requireHostHeader: false,
  };
  const server = createServer(options, (request, response) => void listener(request, response));
  sendKept(server, (request) => (hasUsableHost(request) ? kept(request) : undefined));
  return server.on('clientError', (error, socket) => refuseSocket(error, socket, limits));
}

/** Whether the host is one that needs no closer look; any other is looked at by the listener. */
function hasUsableHost({ headers }: IncomingMessage): boolean {
  return /^[\w.-]+(:\d+)?$/.test(headers.host ?? '');
}

function answerOutside(error: unknown): Response {
  const unusable = error instanceof UnusableAddress;
  const problem = problemDetails(
    unusable ? refusal(`without a usable address (${error.message})`, 'a path below a valid Host header') : error,
  );
  return new Response(JSON.stringify(problem), { status: problem.status, headers: headersOf() });
}

/** How long a refused connection may go on sending, in milliseconds. */
const LINGER = 2_000;

/**
 * Answers what is not a request. The rest of it is read and dropped: to close a connection with unread bytes would reset
 * it, and the client might never see the answer.
 */
function refuseSocket({ code }: NodeJS.ErrnoException, socket: Duplex, { headerBytes }: ConnectionLimits): void {
  if (socket.writableEnded && code !== 'ECONNRESET') return;
  // An answer to a request that never came would be taken for that of the next one.
  if (!socket.writable || code === 'ECONNRESET' || code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    socket.destroy();
    return;
  }
  const problem = problemDetails(
    code === 'HPE_HEADER_OVERFLOW' ? tooLarge(headerBytes) : refusal('not readable', 'HTTP/1.1'),
  );
  const body = JSON.stringify(problem);
  const headers = { ...headersOf(), 'content-length': Buffer.byteLength(body), connection: 'close' };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end(
    [`HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? problem.title}`, ...lines, '', body].join('\r\n'),
  );
  setTimeout(() => socket.destroy(), LINGER).unref();
}

function tooLarge(headerBytes: number): HttpProblem {
  const detail = `request is too long; allowed is at most ${headerBytes} bytes with its headers.`;
  return new HttpProblem('headers-too-large', { detail });
}

function refusal(value: string, expected: string): RequestError {
  return new RequestError('invalid-input', [{ field: 'request', value, expected }]);
}

function headersOf() {
  return {
    'content-type': problemType,
    'cache-control': policies.never,
    'access-control-allow-origin': '*',
    'x-content-type-options': 'nosniff',
  };
}
