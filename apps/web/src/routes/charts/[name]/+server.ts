import { localizeHref } from '#lib/generated/runtime.js';
import { chartNamed } from '#lib/server/pictures/chart-named.ts';
import { embedPage } from '#lib/server/pictures/embed-page.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, url }) => {
  const chart = await chartNamed(params.name, url.searchParams);
  const address = (size: string) => {
    const query = new URLSearchParams(url.searchParams);
    query.set('size', size);
    return `${localizeHref(`/charts/${params.name}.svg`)}?${query.toString()}`;
  };
  return new Response(embedPage(chart, { wide: address('wide'), narrow: address('narrow') }), {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'public, max-age=300',
      // Made for the frames of other sites; hooks.server.ts sets what else holds everywhere.
      'content-security-policy':
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *",
    },
  });
};
