/** A request as Node hands it over. */
export interface Incoming {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly socket: Connection;
}

/** The connection of a request, as far as it is asked for. */
interface Connection {
  readonly remoteAddress?: string | undefined;
  readonly destroyed?: boolean;
  once?(event: 'close', listener: () => void): unknown;
}

/** What a request asks, as far as an answer needs it. */
export interface RequestHead {
  readonly method: string;
  /** Path and query as they were written. */
  readonly address: string;
  /** A header by its name in small letters. */
  readonly header: (name: string) => string | undefined;
  /** Aborted once the client has closed its connection, so that nobody waits for an answer. */
  readonly left: () => AbortSignal;
}

/**
 * What a request of the Fetch API asks.
 *
 * @param incoming - the same request as Node has it, where it does: its headers are read without `Headers` being built
 * @example
 * const { address, header } = requestHead(new Request('http://localhost/a?b', { headers: { range: 'bytes=0-9' } }));
 * [address, header('range'), header('if-range')] // => ['/a?b', 'bytes=0-9', undefined]
 */
export function requestHead(request: Request, incoming?: Incoming): RequestHead {
  const { method, url, headers } = request;
  const start = url.indexOf('/', url.indexOf('://') + 3);
  const address = start === -1 ? '/' : url.slice(start);
  if (incoming !== undefined) return headWith(incoming, method, address);
  return { method, address, header: (name) => headers.get(name) ?? undefined, left: () => request.signal };
}

/**
 * What a request of Node asks, with its address as it came in.
 *
 * @example
 * incomingHead({ method: 'HEAD', url: '//a', headers: {}, socket: {} }).address // => '//a'
 */
export function incomingHead(incoming: Incoming): RequestHead {
  return headWith(incoming, incoming.method ?? 'GET', incoming.url ?? '/');
}

/** Written out, since a property behind a spread costs every request a call into the engine. */
function headWith({ headers, socket }: Incoming, method: string, address: string): RequestHead {
  const header = (name: string) => {
    const value = headers[name];
    return Array.isArray(value) ? value.join(', ') : value;
  };
  return { method, address, header, left: () => closingOf(socket) };
}

/** One signal for each connection: all requests that it carries end with it, also those that wait for an earlier answer. */
const closings = new WeakMap<Connection, AbortSignal>();

function closingOf(socket: Connection): AbortSignal {
  const known = closings.get(socket);
  if (known !== undefined) return known;
  const closing = new AbortController();
  closings.set(socket, closing.signal);
  if (socket.destroyed === true) closing.abort();
  else socket.once?.('close', () => closing.abort());
  return closing.signal;
}

/** Whether a request asks for an answer and for nothing else, so that a kept one will do. */
export function isReading({ method }: Pick<RequestHead, 'method'>): boolean {
  return method === 'GET' || method === 'HEAD';
}
