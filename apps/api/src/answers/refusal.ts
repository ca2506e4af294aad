import { headerList, type Reply } from '@govexport/http';
import type { AppOptions } from '../options.ts';
import { HttpProblem, problemDetails, problemType } from '../problems/problem.ts';
import { commonHeaders } from './common-headers.ts';
import { ClientGone } from './turns.ts';
import type { Visit } from './visit.ts';

/** What a visit is told in place of an answer. An unexpected error is reported, and its client learns nothing of it. */
export function refusalOf(visit: Visit, error: unknown, report: AppOptions['report']): Reply {
  // Nobody reads it; the status is what a log usually has for this.
  if (error instanceof ClientGone) return { status: 499, headers: [], body: null };
  const [instance = '/'] = visit.address.split('?');
  const problem = problemDetails(error, { instance: readable(instance), request_id: visit.id });
  if (problem.code === 'internal') report?.(error, visit.id);
  const body = new TextEncoder().encode(JSON.stringify(problem));
  const headers = headerList({
    ...commonHeaders(visit),
    'cache-control': 'no-store',
    'content-length': String(body.length),
    'content-type': problemType,
    ...(error instanceof HttpProblem && error.headers),
  });
  return { status: problem.status, headers, body: visit.method === 'HEAD' ? null : body };
}

/** A path as it is read, where its percent signs can be read. */
function readable(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
