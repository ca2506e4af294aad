import type { Allowance } from '../limits/rate-limit.ts';

/** What a runtime hands over beside a request; on Node the message that came in. */
export interface RuntimeBindings {
  readonly incoming?: {
    readonly headers: Readonly<Record<string, string | string[] | undefined>>;
    readonly socket: { readonly remoteAddress?: string | undefined; readonly destroyed?: boolean };
  };
}

/** One request on its way through the app. */
export interface Visit {
  readonly id: string;
  readonly request: Request;
  readonly method: string;
  /** Path and query as they were written. */
  readonly address: string;
  readonly startedAt: number;
  /** A header by its name in small letters. */
  readonly header: (name: string) => string | undefined;
  readonly allowance: Allowance | undefined;
  /** Waits until an answer to it may be made. */
  readonly turn: () => Promise<void>;
  /** Whether the client has closed its connection, so that nobody waits for an answer. */
  readonly gone: () => boolean;
  /** What is asked for, in words for the log and the metrics; known once an address was found. */
  route: string;
}

/** Reads headers where they lie: a runtime that has them as an object need not build a `Headers` first. */
function headersOf(request: Request, bindings: RuntimeBindings): Visit['header'] {
  const given = bindings.incoming?.headers;
  if (given === undefined) return (name) => request.headers.get(name) ?? undefined;
  return (name) => {
    const value = given[name];
    return Array.isArray(value) ? value.join(', ') : value;
  };
}

/** The path and the query of an address such as `http://host/path?query`. */
export function addressOf(url: string): string {
  const start = url.indexOf('/', url.indexOf('://') + 3);
  return start === -1 ? '/' : url.slice(start);
}

const sane = /^[\w.:-]{1,128}$/;
const prefix = crypto.randomUUID().slice(0, 8);
let count = 0;

/** The id that a client gave its request, if it is a plain one; otherwise a new one. */
function requestId(given: string | undefined): string {
  if (given !== undefined && sane.test(given)) return given;
  count += 1;
  return `${prefix}-${count.toString(36)}`;
}

/** A request that has begun. */
export function visitOf(
  request: Request,
  bindings: RuntimeBindings,
  known: Pick<Visit, 'address' | 'startedAt' | 'allowance' | 'turn'>,
): Visit {
  const header = headersOf(request, bindings);
  const id = requestId(header('x-request-id'));
  const gone = () => bindings.incoming?.socket.destroyed === true;
  return { ...known, id, request, method: request.method, header, gone, route: 'none' };
}

/** What tells two requests apart that are written in the same way. */
export function cacheAddress({ address, header }: Visit): string {
  return `${address}\n${header('accept') ?? ''}\n${header('trpc-accept') ?? ''}`;
}
