import { createServer, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { getRequestListener, RequestError as UnusableAddress } from '@hono/node-server';
import { RequestError } from '@govexport/router';
import type { Hono } from 'hono';
import { problemType, problemWithoutAddress } from './problem-answer.ts';

/** The most bytes of a request line with its headers. */
const longestRequest = 16_384;

/**
 * The Node server of an app. A request that does not reach the app, because it is not HTTP, too long or without a usable
 * host, is answered with a problem too.
 */
export function createNodeServer(app: Hono): Server {
  const listener = getRequestListener(app.fetch, { errorHandler: answerOutside });
  // Node would refuse a request without a host itself, with an empty answer.
  const options = { maxHeaderSize: longestRequest, requireHostHeader: false };
  const server = createServer(options, (request, response) => {
    // Once the server closes, a connection ends with the answer that it carries.
    response.once('finish', () => {
      if (!server.listening) request.socket.end();
    });
    void listener(request, response);
  });
  return server.on('clientError', refuseSocket);
}

function answerOutside(error: unknown): Response {
  const unusable = error instanceof UnusableAddress;
  const problem = problemWithoutAddress(
    unusable ? refusal(`without a usable address (${error.message})`, 'a path below a valid Host header') : error,
  );
  return new Response(JSON.stringify(problem), { status: problem.status, headers: headersOf() });
}

function refuseSocket({ code }: NodeJS.ErrnoException, socket: Duplex): void {
  // An answer to a request that never came would be taken for that of the next one.
  if (!socket.writable || code === 'ECONNRESET' || code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    socket.destroy();
    return;
  }
  const reason =
    code === 'HPE_HEADER_OVERFLOW'
      ? refusal('too long', `at most ${longestRequest} bytes with its headers`)
      : refusal('not readable', 'HTTP/1.1');
  const body = JSON.stringify(problemWithoutAddress(reason));
  const headers = { ...headersOf(), 'content-length': Buffer.byteLength(body), connection: 'close' };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end(['HTTP/1.1 400 Bad Request', ...lines, '', body].join('\r\n'));
}

function refusal(value: string, expected: string): RequestError {
  return new RequestError('invalid-input', [{ field: 'request', value, expected }]);
}

function headersOf() {
  return {
    'content-type': problemType,
    'cache-control': 'no-cache',
    'access-control-allow-origin': '*',
    'x-content-type-options': 'nosniff',
  };
}
