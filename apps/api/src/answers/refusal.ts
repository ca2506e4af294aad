import { headerList, Unwanted, type Reply } from '@govexport/http';
import type { AppOptions } from '../options.ts';
import { HttpProblem, problemDetails, problemType } from '../problems/problem.ts';
import { trpcPath, trpcRefusal } from '@govexport/router';
import { fixedHeaders, signed } from './common-headers.ts';
import { policies } from './policy.ts';
import type { Visit } from './visit.ts';

/** What a visit is told in place of an answer. An unexpected error is reported, and its client learns nothing of it. */
export function refusalOf(visit: Visit, error: unknown, report: AppOptions['report']): Reply {
  // Nobody reads it; the status is what a log usually has for this.
  if (error instanceof Unwanted) return { status: 499, headers: [], body: null };
  const { status, headers, body } = bareRefusal(error, {
    address: visit.address,
    id: visit.id,
    trpcAccept: visit.header('trpc-accept'),
  });
  if (status === 500) report?.(error, visit.id);
  const length = ['content-length', String(body?.length)];
  return { status, headers: [...signed(headers, visit), ...length], body: visit.method === 'HEAD' ? null : body };
}

/** Of which request a refusal is, as far as that is known. */
interface Refused {
  /** Path and query; empty where the request could not be read so far. */
  readonly address: string;
  readonly id?: string;
  /** Its header of this name. */
  readonly trpcAccept?: string | undefined;
}

/** Where the server is too busy, the seconds after which there may be room. */
export function retryLater(status: number): { 'retry-after'?: string } {
  return status === 503 ? { 'retry-after': '5' } : {};
}

/** A refusal in the form that its address speaks: that of tRPC below `/trpc`, an RFC 9457 problem elsewhere. */
export function bareRefusal(error: unknown, { address, id, trpcAccept }: Refused): Reply {
  const [path = ''] = address.split('?');
  const problem = problemDetails(error, {
    ...(path !== '' && { instance: readable(path) }),
    ...(id !== undefined && { request_id: id }),
  });
  const ofTrpc = path.startsWith(`${trpcPath}/`);
  const body = JSON.stringify(ofTrpc ? trpcRefusal({ address, accept: trpcAccept }, error) : problem);
  const headers = headerList({
    ...fixedHeaders,
    'cache-control': policies.never,
    'content-type': ofTrpc ? 'application/json' : problemType,
    ...retryLater(problem.status),
    ...(error instanceof HttpProblem && error.headers),
  });
  return { status: problem.status, headers, body: new TextEncoder().encode(body) };
}

/** A path as it is read, where its percent signs can be read. */
function readable(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
