import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { appRouter } from './operations/app-router.ts';
import { problemKinds, problemOf } from './problem.ts';
import { trpcError, type Context } from './trpc.ts';

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

/**
 * The refusal of a whole request in tRPC's own form, as a client of it reads: one for each call where a batch was asked, and
 * a single one where the answers were to come as a stream.
 *
 * @param asked - path and query of a request below `/trpc`, and its header `trpc-accept`
 * @example
 * const asked = { address: '/trpc/meta,meta?batch=1', accept: undefined };
 * trpcRefusal(asked, new RequestError('not-found', [])).length // => 2
 */
export function trpcRefusal(
  { address, accept }: { readonly address: string; readonly accept: string | undefined },
  error: unknown,
): object {
  const [pathname = '', query] = address.split('?');
  const problem = problemOf(error);
  const code = problemKinds[problem.code].trpc_code;
  const told = (path: string | null) => ({ error: trpcError(problem, { code, path }) });
  if (accept === 'application/jsonl') return told(null);
  const procedures = proceduresOf(pathname);
  return new URLSearchParams(query).get('batch') === '1' ? procedures.map(told) : told(procedures.join(','));
}

/** The procedures that a path below `/trpc` names; as they are written, where their percent signs cannot be read. */
export function proceduresOf(pathname: string): string[] {
  const path = pathname.slice(trpcPath.length + 1);
  try {
    return decodeURIComponent(path).split(',');
  } catch {
    return [path];
  }
}
