import { handleTrpc, statisticNamed, trpcPath, type Context } from '@govexport/router';
import { Hono, type Context as RequestContext, type Handler } from 'hono';
import { cors } from 'hono/cors';
import { etag, RETAINED_304_HEADERS } from 'hono/etag';
import { addressIndex, healthOf } from './index-page.ts';
import { openApiOf } from './openapi.ts';
import { answerProblem, methodNotAllowed, problemPage, unknownAddress } from './problem-answer.ts';
import { operations } from './operations.ts';
import { answerOperation } from './answer-operation.ts';

// A page of another origin may read a 304 only where it says so itself.
const retainedHeaders = [
  ...RETAINED_304_HEADERS,
  'access-control-allow-origin',
  'access-control-expose-headers',
  'x-content-type-options',
];

/**
 * The whole API as one Hono app: tRPC below `/trpc`, the same procedures as REST below `/v1`, and their description. It
 * knows no host: `createApp({ dataset }).fetch` serves on any runtime that speaks the Fetch API.
 *
 * @param context - the dataset that is served
 * @example
 * const response = await createApp({ dataset: openDataset() }).request('/v1/statistics/overview');
 * response.status; // => 200
 */
export function createApp(context: Context): Hono {
  const app = new Hono();
  app.onError((error, c) => answerProblem(c, error));
  app.notFound((c) => unknownAddress(c));
  app.use(cors({ origin: '*', allowMethods: ['GET', 'HEAD', 'OPTIONS'], exposeHeaders: ['ETag'] }));
  app.use(etag({ retainedHeaders }));
  app.use(async (c, next) => {
    await next();
    c.header('cache-control', 'no-cache');
    c.header('x-content-type-options', 'nosniff');
  });
  for (const [path, handler] of routesOf(context)) {
    app.get(path, handler);
    app.all(path, (c) => methodNotAllowed(c));
  }
  app.all('/v1/statistics/:name', (c) => refuseStatistic(c));
  return app;
}

/** Every address and what it answers to GET; Hono answers HEAD from the same. */
function routesOf(context: Context): [string, Handler][] {
  const openApi = openApiOf(context.dataset);
  return [
    ['/', (c) => c.json(addressIndex(context.dataset))],
    ...operations.map((operation): [string, Handler] => [
      operation.route,
      (c) => answerOperation(c, operation, context),
    ]),
    [`${trpcPath}/*`, (c) => handleTrpc(c.req.raw, context, (error) => console.error(error))],
    ['/openapi.json', (c) => c.json(openApi)],
    ['/healthz', (c) => c.json(healthOf(context.dataset))],
    ['/problems/:code', (c) => problemPage(c)],
  ];
}

/** Tells an unknown statistic the names there are; each of those has its own address. */
function refuseStatistic(c: RequestContext): Response {
  statisticNamed(c.req.param('name') ?? '');
  return unknownAddress(c);
}
