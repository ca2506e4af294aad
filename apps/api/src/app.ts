import {
  incomingHead,
  isReading,
  RateLimit,
  requestHead,
  ResponseCache,
  responseOf,
  turnsBetween,
  webEncoders,
  type Found,
  type Incoming,
  type Reply,
  type RequestHead,
} from '@govexport/http';
import type { Context } from '@govexport/router';
import { citableAddress } from '@govexport/schema';
import { createRoutes } from './addresses/routes.ts';
import { commonHeaders, preflightHeaders } from './answers/common-headers.ts';
import { refusalOf } from './answers/refusal.ts';
import { send, type AnswerCache, type Note } from './answers/serving.ts';
import { settling } from './answers/settle.ts';
import { cacheAddress, visitOf, type RuntimeBindings, type Visit } from './answers/visit.ts';
import { checkLimits } from './limits/request-limits.ts';
import type { AppOptions } from './options.ts';
import { methodNotAllowed } from './problems/problem.ts';

/** The API on any runtime that speaks the Fetch API. */
export interface App {
  /** Answers a request; on Node with what came in, so that headers and the address of the client are read from it. */
  readonly fetch: (request: Request, bindings?: RuntimeBindings) => Response | Promise<Response>;
  /**
   * The answer to a request of Node that is kept, to be sent as it is; undefined where there is none, and `fetch` is to be
   * asked. It saves the making of a `Request` and a `Response`.
   */
  readonly kept: (incoming: Incoming) => Reply | Promise<Reply> | undefined;
  /** The cache, for its figures. */
  readonly cache: Pick<AnswerCache, 'figures'>;
}

const cacheBytes = 8 * 1_048_576;

/** The addresses that say how the server is; they are never limited, or a busy server would look like a dead one. */
const unlimited = new Set(['/healthz', '/readyz', '/metrics']);

/**
 * The whole API as one handler: tRPC below `/trpc`, the same procedures as REST below `/v1`, and their description. It
 * knows no host: `createApp({ dataset }).fetch` serves on any runtime that speaks the Fetch API.
 *
 * @param given - the dataset that is served
 * @param options - what the host offers and where the limits are
 * @example
 * const response = await createApp({ dataset: openDataset() }).fetch(new Request('http://localhost/v1/statistics/overview'));
 * response.status; // => 200
 */
export function createApp(given: Context, options: AppOptions = {}): App {
  const context = { served_at: citableAddress(options.origin), ...given };
  const { now = () => performance.now(), rateLimit = 0, clientOf, observe, report, compute } = options;
  const cache = new ResponseCache<Note>(options.cacheBytes ?? cacheBytes, options.encoders ?? webEncoders);
  const limit = rateLimit > 0 ? new RateLimit(rateLimit) : undefined;
  const turn = turnsBetween(options.pause);
  const refuse = (visit: Visit, error: unknown) => responseOf(refusalOf(visit, error, report));
  const askingFor = ({ client }: Visit, left: AbortSignal): Context =>
    compute === undefined ? context : { ...context, compute: (question) => compute(question, { client, left }) };
  const routes = createRoutes(context, { ...options, cache, refuse, askingFor });

  function begin(head: RequestHead, incoming: Incoming | undefined): Visit {
    const startedAt = now();
    const client = clientOf?.(incoming) ?? '';
    const counted = limit !== undefined && !unlimited.has(head.address);
    const allowance = counted ? limit.take(client, startedAt) : undefined;
    return visitOf(head, { startedAt, client, allowance, turn });
  }

  function answer(visit: Visit, request: Request, bindings: RuntimeBindings): Response | Promise<Response> {
    checkLimits(visit);
    if (visit.method === 'OPTIONS') {
      return new Response(null, { status: 204, headers: { ...commonHeaders(visit), ...preflightHeaders } });
    }
    if (!isReading(visit)) throw methodNotAllowed(visit.method);
    const found = cache.find(cacheAddress(visit));
    if (found === undefined) return routes.fetch(request, { ...bindings, visit });
    const reply = send(cache, visit, found);
    return reply instanceof Promise ? reply.then(responseOf) : responseOf(reply);
  }

  function answerKept(visit: Visit, found: Found<Note>): Reply | Promise<Reply> {
    checkLimits(visit);
    return send(cache, visit, found);
  }

  function end(visit: Visit, { status }: { readonly status: number }): void {
    const { id, method, address, route, startedAt } = visit;
    observe?.({ id, method, address, route, status, seconds: (now() - startedAt) / 1_000 });
  }

  const settleResponse = settling<Response>({ refuse, end });
  const settleReply = settling<Reply>({ refuse: (visit, error) => refusalOf(visit, error, report), end });

  return {
    cache,
    fetch: (request, bindings = {}) => {
      const visit = begin(requestHead(request, bindings.incoming), bindings.incoming);
      return settleResponse(visit, () => answer(visit, request, bindings));
    },
    kept: (incoming) => {
      const head = incomingHead(incoming);
      const found = isReading(head) ? cache.find(cacheAddress(head)) : undefined;
      if (found === undefined) return undefined;
      const visit = begin(head, incoming);
      return settleReply(visit, () => answerKept(visit, found));
    },
  };
}
