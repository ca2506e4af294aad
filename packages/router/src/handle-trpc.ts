import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { appRouter } from './operations/app-router.ts';
import { problemOf } from './problem.ts';
import type { Context } from './trpc.ts';

/** Path below which tRPC is served. */
export const trpcPath = '/trpc';

/**
 * Answers a tRPC request in the Fetch API's terms, on any host.
 *
 * @param request - a request to an address below `/trpc`
 * @param report - told of every unexpected error, of which the client learns nothing
 */
export function handleTrpc(request: Request, context: Context, report?: (error: unknown) => void): Promise<Response> {
  return fetchRequestHandler({
    endpoint: trpcPath,
    req: request,
    router: appRouter,
    createContext: () => context,
    allowBatching: true,
    onError: ({ error }) => {
      if (problemOf(error).code === 'internal') report?.(error.cause ?? error);
    },
  });
}
