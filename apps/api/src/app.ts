import { handleTrpc, statisticNamed, trpcPath, type Context } from '@govexport/router';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { etag } from 'hono/etag';
import { secureHeaders } from 'hono/secure-headers';
import { addressIndex, healthOf } from './index-page.ts';
import { openApiOf } from './openapi.ts';
import { answerProblem, methodNotAllowed, problemPage, unknownAddress } from './problem-answer.ts';
import { operations } from './operations.ts';
import { answerOperation } from './answer-operation.ts';

const reading = ['GET', 'HEAD'] as const;

/**
 * The whole API as one Hono app: tRPC below `/trpc`, the same procedures as REST below `/v1`, and their description. It
 * knows no host: `createApp({ dataset }).fetch` serves on any runtime that speaks the Fetch API.
 *
 * @param context - the dataset that is served
 */
export function createApp(context: Context): Hono {
  const app = new Hono();
  app.onError((error, c) => answerProblem(c, error));
  app.notFound((c) => unknownAddress(c));
  app.use(cors({ origin: '*', allowMethods: ['GET', 'HEAD', 'POST', 'OPTIONS'], exposeHeaders: ['ETag'] }));
  app.use(secureHeaders({ crossOriginResourcePolicy: 'cross-origin' }));
  app.use(etag());
  app.use(async (c, next) => {
    await next();
    c.header('cache-control', 'no-cache');
  });

  app.all(`${trpcPath}/*`, (c) => handleTrpc(c.req.raw, context));
  for (const operation of operations) {
    app.on([...reading], operation.route, (c) => answerOperation(c, operation, context));
  }
  // An unknown statistic is told the names there are.
  app.on([...reading], '/v1/statistics/:name', (c) => answerProblem(c, refusalOf(c.req.param('name'))));
  const openApi = openApiOf(context.dataset);
  app.on([...reading], '/openapi.json', (c) => c.json(openApi));
  app.on([...reading], '/healthz', (c) => c.json(healthOf(context.dataset)));
  app.on([...reading], '/problems/:code', (c) => problemPage(c));
  app.on([...reading], '/', (c) => c.json(addressIndex(context.dataset)));
  for (const path of [...operations.map(({ route }) => route), '/openapi.json', '/healthz', '/problems/:code', '/']) {
    app.all(path, (c) => methodNotAllowed(c));
  }
  return app;
}

function refusalOf(name: string): unknown {
  try {
    return statisticNamed(name);
  } catch (error) {
    return error;
  }
}
