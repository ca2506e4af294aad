import type { Allowance } from '../limits/rate-limit.ts';

/** A request as Node hands it over. */
export interface Incoming {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly socket: { readonly remoteAddress?: string | undefined; readonly destroyed?: boolean };
}

/** What a runtime hands over beside a request; on Node the message that came in. */
export interface RuntimeBindings {
  readonly incoming?: Incoming;
}

/** What a request asks, as far as an answer needs it. */
export interface Question {
  readonly method: string;
  /** Path and query as they were written. */
  readonly address: string;
  /** A header by its name in small letters. */
  readonly header: (name: string) => string | undefined;
  /** Whether the client has closed its connection, so that nobody waits for an answer. */
  readonly gone: () => boolean;
}

/** One request on its way through the app. */
export interface Visit extends Question {
  readonly id: string;
  readonly startedAt: number;
  readonly allowance: Allowance | undefined;
  /** Waits until an answer to it may be made. */
  readonly turn: () => Promise<void>;
  /** What is asked for, in words for the log and the metrics; known once an address was found. */
  route: string;
}

/** What a request of the Fetch API asks. Where the runtime has its headers as an object, no `Headers` is built of them. */
export function questionOf(request: Request, { incoming }: RuntimeBindings): Question {
  const { method } = request;
  const address = addressOf(request.url);
  if (incoming !== undefined) return question(incoming, method, address);
  return { method, address, header: (name) => request.headers.get(name) ?? undefined, gone: () => false };
}

/** What a request of Node asks, with its address as it came in. */
export function incomingQuestion(incoming: Incoming): Question {
  const { method = 'GET', url = '/' } = incoming;
  return question(incoming, method, url);
}

/** Written out, since a property behind a spread costs every request a call into the engine. */
function question({ headers, socket }: Incoming, method: string, address: string): Question {
  const header = (name: string) => {
    const value = headers[name];
    return Array.isArray(value) ? value.join(', ') : value;
  };
  return { method, address, header, gone: () => socket.destroyed === true };
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
export function visitOf(question: Question, known: Pick<Visit, 'startedAt' | 'allowance' | 'turn'>): Visit {
  const { method, address, header, gone } = question;
  const { startedAt, allowance, turn } = known;
  const id = requestId(header('x-request-id'));
  return { method, address, header, gone, startedAt, allowance, turn, id, route: 'none' };
}

/** What tells two requests apart that are written in the same way. Most take any format, and then it is their address. */
export function cacheAddress({ address, header }: Question): string {
  const accept = header('accept') ?? '*/*';
  const trpcAccept = header('trpc-accept');
  return accept === '*/*' && trpcAccept === undefined ? address : `${address}\n${accept}\n${trpcAccept ?? ''}`;
}
