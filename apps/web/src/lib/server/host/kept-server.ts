import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { env } from 'node:process';
import type { Asked, Reply } from '../kept-answer.ts';
import { sitePages } from '../site-pages.ts';
import { addressOf } from './request-address.ts';

/**
 * Sends pages that are kept by a server of Node before its own listeners see the request, without a `Request` and a
 * `Response` being made for them.
 */
export function sendKept(server: Server): void {
  const listeners = server.listeners('request');
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    const reply = sitePages.reply(addressOf(request, env), askedBy(request));
    if (reply === undefined) for (const listener of listeners) listener.call(server, request, response);
    else if (reply instanceof Promise) reply.then(send, () => response.destroy());
    else send(reply);

    function send(made: Reply): void {
      // A server that ends takes no further request of a connection.
      if (!server.listening) response.setHeader('connection', 'close');
      write(response, made);
    }
  });
}

function askedBy({ method = '', headers }: IncomingMessage): Asked {
  const { 'accept-encoding': accepted = '', 'if-none-match': known = '' } = headers;
  return { method, accepted, known };
}

function write(response: ServerResponse, { status, headers, body }: Reply): void {
  response.writeHead(status, headers as string[]);
  response.end(body);
}
