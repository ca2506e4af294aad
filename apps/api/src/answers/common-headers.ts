import { headerList, headerRecord } from '@govexport/http';
import type { Visit } from './visit.ts';

/** What every answer says: anybody may read it, and nothing in it runs. */
export const fixedHeaders: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  // Every header: an answer that anybody may read carries nothing of a login.
  'access-control-expose-headers': '*',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
};

/** Adds to headers, which are names and values in turn, which request they answer and what the client may still ask. */
export function signed(headers: readonly string[], { id, allowance }: Visit): string[] {
  return [...headers, 'x-request-id', id, ...(allowance?.headers ?? [])];
}

/** The headers that every answer has. */
export function commonHeaders(visit: Visit): Record<string, string> {
  return headerRecord(signed(headerList(fixedHeaders), visit));
}

/** What a browser is told that asks whether a page of another origin may read. */
export const preflightHeaders: Readonly<Record<string, string>> = {
  allow: 'GET, HEAD, OPTIONS',
  'access-control-allow-methods': 'GET,HEAD,OPTIONS',
  'access-control-allow-headers': 'Accept, If-None-Match, Range, If-Range, X-Request-Id, TRPC-Accept',
  'access-control-max-age': '86400',
};
