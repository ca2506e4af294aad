import { Unkept } from '@govexport/http';
import { trpcPath, type Context } from '@govexport/router';
import type { Hono, Context as HonoContext } from 'hono';
import { answerTrpc, checkBatch, trpcKey, trpcRoute } from '../answers/answer-trpc.ts';
import { commonHeaders } from '../answers/common-headers.ts';
import { retryLater } from '../answers/refusal.ts';
import { policies } from '../answers/policy.ts';
import { serve, type AnswerCache, type AskingFor, type RouteEnv } from '../answers/serving.ts';
import type { AppOptions } from '../options.ts';
import { HttpProblem, problemPage, unknownAddress } from '../problems/problem.ts';
import { openApiOf } from '../reference/openapi.ts';
import { prefersPage } from '../formats/negotiate.ts';
import { referencePage } from '../reference/page.ts';
import { jsonContent } from './data-routes.ts';
import { addressIndex, healthOf, publicAddresses } from './index-page.ts';

type RouteContext = HonoContext<RouteEnv>;

/** What the routes of the service need. */
export interface Service extends AppOptions {
  readonly context: Context;
  readonly cache: AnswerCache;
}

/** The addresses that say what there is and how the server is. */
export function mountService(app: Hono<RouteEnv>, { context, cache, origin = '', metrics, ending }: Service): void {
  const { dataset } = context;
  const kept = (c: RouteContext, route: string, value: () => unknown) =>
    serve(cache, c.env.visit, {
      key: `service ${c.req.path}`,
      policy: 'revalidate',
      route,
      make: () => Promise.resolve(jsonContent(value())),
    });
  app.get('/', (c) =>
    prefersPage(c.env.visit.header('accept')) ? toReference(c) : kept(c, 'index', () => addressIndex(dataset)),
  );
  app.get('/openapi.json', (c) => kept(c, 'openapi', () => openApiOf(dataset, origin)));
  app.get('/reference', (c) =>
    serve(cache, c.env.visit, {
      key: 'service /reference',
      policy: 'revalidate',
      route: 'reference',
      make: () => referencePage(openApiOf(dataset, origin)),
    }),
  );
  app.get('/problems/:code', (c) => {
    const page = problemPage(c.req.param('code'));
    if (page === undefined) throw unknownAddress(c.req.path, publicAddresses);
    return kept(c, 'problem', () => page);
  });
  app.get('/healthz', (c) => momentary(c, { type: 'application/json', body: JSON.stringify(healthOf(dataset)) }));
  app.get('/readyz', (c) => {
    if (ending?.() === true) throw new HttpProblem('unavailable', { detail: 'The server is about to end.' });
    return momentary(c, { type: 'application/json', body: JSON.stringify({ ...healthOf(dataset), status: 'ready' }) });
  });
  if (metrics === undefined) return;
  app.get('/metrics', async (c) =>
    momentary(c, { type: 'text/plain; version=0.0.4; charset=utf-8', body: await metrics() }),
  );
}

/** A person who opens the root of the API in a browser is led to its description; a program gets the addresses. */
function toReference(c: RouteContext): Response {
  c.env.visit.route = 'index';
  const headers = { ...commonHeaders(c.env.visit), 'cache-control': policies.brief, location: '/reference' };
  return new Response(null, { status: 302, headers: { ...headers, vary: 'Accept' } });
}

function momentary(c: RouteContext, { type, body }: { type: string; body: string }): Response {
  c.env.visit.route = 'health';
  const headers = { ...commonHeaders(c.env.visit), 'cache-control': policies.never, 'content-type': type };
  return new Response(c.req.method === 'HEAD' ? null : body, { headers });
}

/** What calls of tRPC need. */
type Calls = Pick<Service, 'cache' | 'report'> & { readonly askingFor: AskingFor };

/** tRPC, its answers kept like the others. */
export function mountTrpc(app: Hono<RouteEnv>, { askingFor, cache, report }: Calls): void {
  app.get(`${trpcPath}/*`, async (c) => {
    const { visit } = c.env;
    const url = new URL(c.req.url);
    checkBatch(url.pathname);
    visit.route = 'trpc';
    const key = trpcKey(url, visit.header('trpc-accept') !== undefined);
    const make = (left: AbortSignal) =>
      answerTrpc(c.req.raw, askingFor(visit, left), (error) => report?.(error, visit.id));
    try {
      return await serve(cache, visit, { key, policy: 'revalidate', route: trpcRoute(url.pathname), make });
    } catch (error) {
      if (!(error instanceof Unkept)) throw error;
      const response = withHeaders(error.response, {
        ...commonHeaders(visit),
        'cache-control': policies.never,
        ...retryLater(error.response.status),
      });
      return visit.method === 'HEAD' ? new Response(null, response) : response;
    }
  });
}

function withHeaders(response: Response, headers: Readonly<Record<string, string>>): Response {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}
