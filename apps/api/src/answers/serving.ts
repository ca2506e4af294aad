import type { Content, Entry } from '../cache/entry.ts';
import type { Policy } from '../cache/policy.ts';
import type { ResponseCache } from '../cache/response-cache.ts';
import { responseOf, type Reply } from './reply.ts';
import { respond } from './respond.ts';
import { ClientGone } from './turns.ts';
import { cacheAddress, type RuntimeBindings, type Visit } from './visit.ts';

/** What the routes of the app know of a request beside the request itself. */
export interface RouteEnv {
  Bindings: RuntimeBindings & { readonly visit: Visit };
}

/** How an answer may be kept: under which key, by us and by others. */
export interface Keeping {
  readonly key: string | undefined;
  readonly policy: Policy;
}

type Make = () => Promise<Content>;

/** Serves an answer from the cache, or makes and keeps it. Without a key it is made each time. */
export async function serve(cache: ResponseCache, visit: Visit, keeping: Keeping & { make: Make }): Promise<Response> {
  const { key, policy, make } = keeping;
  const makeInTurn = async () => {
    await visit.turn();
    if (visit.gone()) throw new ClientGone();
    return make();
  };
  try {
    const entry = key === undefined ? await cache.entryOf('', await makeInTurn()) : await cache.get(key, makeInTurn);
    if (key !== undefined) cache.note(cacheAddress(visit), { key, policy });
    return responseOf(await send(cache, visit, { entry, policy }));
  } catch (error) {
    // The client that asked first is gone, and this one waited for the same answer.
    if (error instanceof ClientGone && !visit.gone()) return serve(cache, visit, keeping);
    throw error;
  }
}

/** Sends an entry in the way that the visit asks for. */
export function send(
  cache: ResponseCache,
  visit: Visit,
  { entry, policy }: { entry: Entry; policy: Policy },
): Reply | Promise<Reply> {
  visit.route = entry.route;
  return respond(entry, { policy, visit, encode: (one, encoding) => cache.encode(one, encoding) });
}
