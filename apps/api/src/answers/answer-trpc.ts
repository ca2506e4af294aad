import { Unkept, type Content } from '@govexport/http';
import { handleTrpc, proceduresOf, trpcPath, type Context } from '@govexport/router';
import { HttpProblem } from '../problems/problem.ts';

/** The most calls that one batch may hold. */
export const largestBatch = 25;

/**
 * Refuses a batch that holds more calls than the server takes, and a path that cannot be read.
 *
 * @throws HttpProblem `content-too-large` or `not-found`
 */
export function checkBatch(pathname: string): void {
  const procedures = proceduresOf(pathname);
  // Only what cannot be read still has a percent sign, since no procedure has one.
  if (procedures.some((name) => name.includes('%')))
    throw new HttpProblem('not-found', { detail: 'There is no such procedure.' });
  const calls = procedures.length;
  if (calls <= largestBatch) return;
  const detail = `The batch holds ${calls} calls; allowed are at most ${largestBatch}.`;
  throw new HttpProblem('content-too-large', { detail });
}

/** What a tRPC call asks for, in words for the log and the metrics. */
export function trpcRoute(pathname: string): string {
  const procedures = pathname.slice(trpcPath.length + 1);
  return procedures.includes(',') ? 'trpc batch' : `trpc ${procedures}`;
}

/**
 * The key of a tRPC call in the cache: its procedures and its input with sorted keys, so that the order of parameters
 * and of keys changes nothing. Undefined where the input is not JSON, or the answer is asked for as a stream.
 */
export function trpcKey(url: URL, streamed: boolean): string | undefined {
  if (streamed) return undefined;
  try {
    const parameters = [...url.searchParams]
      .map(([name, value]) => [name, name === 'input' ? sorted(JSON.parse(value)) : value])
      .sort(([one], [other]) => (String(one) < String(other) ? -1 : 1));
    return JSON.stringify(['trpc', url.pathname, parameters]);
  } catch {
    return undefined;
  }
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  // An array of pairs: a key such as __proto__ stays a key.
  return { keys: entries.map(([key, item]) => [key, sorted(item)]) };
}

/**
 * Answers a tRPC call.
 *
 * @throws Unkept with an answer that is an error, or of which a part is
 */
export async function answerTrpc(
  request: Request,
  context: Context,
  report: (error: unknown) => void,
): Promise<Content> {
  // tRPC answers HEAD with 204 whatever is asked; it is to say what GET would.
  const asked = request.method === 'HEAD' ? new Request(request.url, { headers: request.headers }) : request;
  const response = await handleTrpc(asked, context, report);
  if (response.status !== 200) throw new Unkept(response);
  return {
    body: new Uint8Array(await response.arrayBuffer()),
    headers: {
      'content-type': response.headers.get('content-type') ?? 'application/json',
      vary: 'Accept-Encoding, trpc-accept',
    },
  };
}
