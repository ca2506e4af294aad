import type { Context } from '@govexport/router';
import { createRoutes } from './addresses/routes.ts';
import { commonHeaders, preflightHeaders } from './answers/common-headers.ts';
import { send } from './answers/serving.ts';
import { ClientGone, timerPause, turnsBetween } from './answers/turns.ts';
import { addressOf, cacheAddress, visitOf, type RuntimeBindings, type Visit } from './answers/visit.ts';
import { ResponseCache } from './cache/response-cache.ts';
import { webEncoders } from './cache/web-encoders.ts';
import { checkLimits } from './limits/request-limits.ts';
import { RateLimit } from './limits/rate-limit.ts';
import type { AppOptions } from './options.ts';
import { HttpProblem, methodNotAllowed, problemDetails, problemType } from './problems/problem.ts';

/** The API on any runtime that speaks the Fetch API. */
export interface App {
  /** Answers a request; on Node with what came in, so that headers and the address of the client are read from it. */
  readonly fetch: (request: Request, bindings?: RuntimeBindings) => Response | Promise<Response>;
  /** The cache, for its figures. */
  readonly cache: Pick<ResponseCache, 'figures'>;
}

const cacheBytes = 8 * 1_048_576;

/** The addresses that say how the server is; they are never limited, or a busy server would look like a dead one. */
const unlimited = new Set(['/healthz', '/readyz', '/metrics']);

/**
 * The whole API as one handler: tRPC below `/trpc`, the same procedures as REST below `/v1`, and their description. It
 * knows no host: `createApp({ dataset }).fetch` serves on any runtime that speaks the Fetch API.
 *
 * @param context - the dataset that is served
 * @param options - what the host offers and where the limits are
 * @example
 * const response = await createApp({ dataset: openDataset() }).fetch(new Request('http://localhost/v1/statistics/overview'));
 * response.status; // => 200
 */
export function createApp(context: Context, options: AppOptions = {}): App {
  const { now = () => performance.now(), rateLimit = 0, clientOf, observe, report } = options;
  const cache = new ResponseCache(options.cacheBytes ?? cacheBytes, options.encoders ?? webEncoders);
  const limit = rateLimit > 0 ? new RateLimit(rateLimit) : undefined;
  const turn = turnsBetween(options.pause ?? timerPause);
  const routes = createRoutes({ ...context, turn }, { ...options, cache, refuse });

  function begin(request: Request, bindings: RuntimeBindings): Visit {
    const startedAt = now();
    const address = addressOf(request.url);
    const allowance = unlimited.has(address) ? undefined : limit?.take(clientOf?.(request, bindings) ?? '', startedAt);
    return visitOf(request, bindings, { address, startedAt, allowance, turn });
  }

  function answer(visit: Visit, bindings: RuntimeBindings): Response | Promise<Response> {
    checkLimits(visit);
    if (visit.method === 'OPTIONS') {
      return new Response(null, { status: 204, headers: { ...commonHeaders(visit), ...preflightHeaders } });
    }
    if (visit.method !== 'GET' && visit.method !== 'HEAD') throw methodNotAllowed(visit.method);
    const found = cache.find(cacheAddress(visit));
    if (found === undefined) return routes.fetch(visit.request, { ...bindings, visit });
    return send(cache, visit, found);
  }

  function refuse(visit: Visit, error: unknown): Response {
    // Nobody reads it; the status is what a log usually has for this.
    if (error instanceof ClientGone) return new Response(null, { status: 499 });
    const [instance = '/'] = visit.address.split('?');
    const problem = problemDetails(error, { instance: readable(instance), request_id: visit.id });
    if (problem.code === 'internal') report?.(error, visit.id);
    const headers = {
      ...commonHeaders(visit),
      'cache-control': 'no-store',
      'content-type': problemType,
      ...(error instanceof HttpProblem && error.headers),
    };
    const body = visit.method === 'HEAD' ? null : JSON.stringify(problem);
    return new Response(body, { status: problem.status, headers });
  }

  function end(visit: Visit, response: Response): Response {
    const { id, method, address, route } = visit;
    observe?.({ id, method, address, route, status: response.status, seconds: (now() - visit.startedAt) / 1_000 });
    return response;
  }

  return {
    cache,
    fetch: (request, bindings = {}) => {
      const visit = begin(request, bindings);
      try {
        const response = answer(visit, bindings);
        if (!(response instanceof Promise)) return end(visit, response);
        return response.catch((error: unknown) => refuse(visit, error)).then((made) => end(visit, made));
      } catch (error) {
        return end(visit, refuse(visit, error));
      }
    },
  };
}

/** A path as it is read, where its percent signs can be read. */
function readable(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
