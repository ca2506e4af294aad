import type { Server } from 'node:http';
import { getRequestListener, RequestError as UnusableAddress } from '@hono/node-server';
import { responseOf } from '@govexport/http';
import { hasUsableHost, limitedServer, sendKept, type ConnectionLimits } from '@govexport/http/node';
import { RequestError } from '@govexport/router';
import { bareRefusal } from '../answers/refusal.ts';
import type { App } from '../app.ts';
import { HttpProblem } from '../problems/problem.ts';

/**
 * The Node server of an app. A request that does not reach the app, because it is not HTTP, too long or without a usable
 * host, is answered with a problem too.
 */
export function createNodeServer({ fetch, kept }: App, limits: ConnectionLimits): Server {
  const listener = getRequestListener(fetch, { errorHandler: answerOutside });
  const server = limitedServer(limits, {
    listener: (request, response) => void listener(request, response),
    refuse: (reason, start) =>
      bareRefusal(reason === 'too-large' ? tooLarge(limits.headerBytes) : refusal('not readable', 'HTTP/1.1'), {
        // The request line, as far as it came in; the lines of the headers behind it are none.
        address: /^[A-Z]+ (\/\S*)/.exec(start)?.[1] ?? '',
        // A single refusal, which every client of tRPC reads, since the headers are not known.
        trpcAccept: 'application/jsonl',
      }),
  });
  return sendKept(server, (request) => (hasUsableHost(request) ? kept(request) : undefined));
}

function answerOutside(error: unknown): Response {
  const unusable = error instanceof UnusableAddress;
  const told = unusable
    ? refusal(`without a usable address (${error.message})`, 'a path below a valid Host header')
    : error;
  return responseOf(bareRefusal(told, { address: '' }));
}

function tooLarge(headerBytes: number): HttpProblem {
  const detail = `request is too long; allowed is at most ${headerBytes} bytes with its headers.`;
  return new HttpProblem('headers-too-large', { detail });
}

function refusal(value: string, expected: string): RequestError {
  return new RequestError('invalid-input', [{ field: 'request', value, expected }]);
}
