import { createServer, STATUS_CODES, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { headerRecord, type Reply } from '../reply.ts';

/** Limits of the connections, the times in seconds. */
export interface ConnectionLimits {
  /** The most bytes of a request line with its headers. */
  readonly headerBytes: number;
  /** How long the headers of a request may take. */
  readonly headersTimeout: number;
  /** How long a whole request may take to come in, and a client to take the next part of an answer. */
  readonly requestTimeout: number;
  /** How long a connection may wait for its next request. */
  readonly keepAliveTimeout: number;
}

/** Why bytes that came in are no request. */
export type Unreadable = 'too-large' | 'not-http';

/** What answers the requests of a server. */
export interface Answering {
  readonly listener: RequestListener;
  /** The answer to what is not a request, as far as it can be read. */
  readonly refuse: (reason: Unreadable, start: string) => Reply;
}

/** A server of Node whose clients may not keep it waiting. */
export function limitedServer(limits: ConnectionLimits, { listener, refuse }: Answering): Server {
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
  const server = createServer(options, listener);
  cutOffWhoTakesNothing(server, limits.requestTimeout * 1_000);
  return server.on('clientError', (error: SocketError, socket) => refuseSocket(error, socket, refuse));
}

interface SocketError extends NodeJS.ErrnoException {
  /** What came in last. */
  readonly rawPacket?: Buffer;
}

/** Ends a connection whose client has taken nothing of an answer for so long. */
function cutOffWhoTakesNothing(server: Server, milliseconds: number): void {
  const taken = new Map<Socket, number>();
  server.on('connection', (socket) => {
    taken.set(socket, 0);
    socket.once('close', () => taken.delete(socket));
  });
  setInterval(() => {
    for (const [socket, before] of taken) {
      const now = socket.bytesWritten - socket.writableLength;
      if (socket.writableLength > 0 && now === before) socket.destroy();
      else taken.set(socket, now);
    }
  }, milliseconds).unref();
}

/** How long a refused connection may go on sending, in milliseconds. */
const LINGER = 2_000;

/**
 * Answers what is not a request. The rest of it is read and dropped: to close a connection with unread bytes would reset
 * it, and the client might never see the answer.
 */
function refuseSocket({ code, rawPacket }: SocketError, socket: Duplex, refuse: Answering['refuse']): void {
  if (socket.writableEnded && code !== 'ECONNRESET') return;
  // An answer to a request that never came would be taken for that of the next one.
  if (!socket.writable || code === 'ECONNRESET' || code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    socket.destroy();
    return;
  }
  const reason = code === 'HPE_HEADER_OVERFLOW' ? 'too-large' : 'not-http';
  write(socket, refuse(reason, rawPacket?.toString('latin1') ?? ''));
  setTimeout(() => socket.destroy(), LINGER).unref();
}

/** Writes an answer where Node has made none for it, and ends the connection with it. */
function write(socket: Duplex, { status, headers, body }: Reply): void {
  const lines = Object.entries(headerRecord(headers)).map(([name, value]) => `${name}: ${value}`);
  lines.push(`content-length: ${body?.length ?? 0}`, 'connection: close', '', '');
  socket.write([`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines].join('\r\n'));
  socket.end(body);
}

/** Whether the host of a request is one that needs no closer look. */
export function hasUsableHost({ headers }: IncomingMessage): boolean {
  return /^[\w.-]+(:\d+)?$/.test(headers.host ?? '');
}
