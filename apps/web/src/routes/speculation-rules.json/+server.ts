import type { RequestHandler } from './$types';

const pages = { and: [{ href_matches: '/*' }, { not: { href_matches: '/*.(csv|json|xml|svg|png)*' } }] };

/** Pages that a reader is about to open are fetched a moment earlier: a header names these rules, so no script does it. */
export const GET: RequestHandler = () =>
  new Response(JSON.stringify({ prefetch: [{ where: pages, eagerness: 'moderate' }] }), {
    headers: { 'content-type': 'application/speculationrules+json' },
  });
