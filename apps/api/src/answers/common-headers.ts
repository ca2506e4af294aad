import type { Visit } from './visit.ts';

/** What every answer says: anybody may read it, and nothing in it runs. */
export const fixedHeaders: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  // Every header: an answer that anybody may read carries nothing of a login.
  'access-control-expose-headers': '*',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'cross-origin',
  'x-content-type-options': 'nosniff',
};

/** Adds what an answer says of its request: which one it answers, and what the client may still ask. */
export function signed(headers: Record<string, string>, { id, allowance }: Visit): Record<string, string> {
  headers['x-request-id'] = id;
  return allowance === undefined ? headers : Object.assign(headers, allowance.headers);
}

/** The headers that every answer has. */
export function commonHeaders(visit: Visit): Record<string, string> {
  return signed({ ...fixedHeaders }, visit);
}

/** What a browser is told that asks whether a page of another origin may read. */
export const preflightHeaders: Readonly<Record<string, string>> = {
  allow: 'GET, HEAD, OPTIONS',
  'access-control-allow-methods': 'GET,HEAD,OPTIONS',
  'access-control-allow-headers': 'Accept, If-None-Match, Range, If-Range, X-Request-Id, TRPC-Accept',
  'access-control-max-age': '86400',
};
