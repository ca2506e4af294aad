import type { Allowance, Incoming, RequestHead } from '@govexport/http';

/** What a runtime hands over beside a request; on Node the message that came in. */
export interface RuntimeBindings {
  readonly incoming?: Incoming;
}

/** One request on its way through the app. */
export interface Visit extends RequestHead {
  readonly id: string;
  readonly startedAt: number;
  /** Who asks. */
  readonly client: string;
  readonly allowance: Allowance | undefined;
  /** Waits until an answer to it may be made. */
  readonly turn: () => Promise<void>;
  /** What is asked for, in words for the log and the metrics; known once an address was found. */
  route: string;
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
export function visitOf(head: RequestHead, known: Pick<Visit, 'startedAt' | 'client' | 'allowance' | 'turn'>): Visit {
  const { method, address, header, left } = head;
  const { startedAt, client, allowance, turn } = known;
  const id = requestId(header('x-request-id'));
  return { method, address, header, left, startedAt, client, allowance, turn, id, route: 'none' };
}

/** What tells two requests apart that are written in the same way. Most take any format, and then it is their address. */
export function cacheAddress({ address, header }: RequestHead): string {
  const accept = header('accept') ?? '*/*';
  const trpcAccept = header('trpc-accept');
  return accept === '*/*' && trpcAccept === undefined ? address : `${address}\n${accept}\n${trpcAccept ?? ''}`;
}
