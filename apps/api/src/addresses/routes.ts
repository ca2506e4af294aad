import type { Context } from '@govexport/router';
import { Hono } from 'hono';
import type { AnswerCache, AskingFor, RouteEnv } from '../answers/serving.ts';
import type { Visit } from '../answers/visit.ts';
import type { AppOptions } from '../options.ts';
import { unknownAddress } from '../problems/problem.ts';
import { mountData } from './data-routes.ts';
import { documentsOf } from './documents.ts';
import { publicAddresses } from './index-page.ts';
import { mountOperations } from './operation-routes.ts';
import { mountService, mountTrpc } from './service-routes.ts';

/** What the routes need beside the options of the app. */
interface Parts extends AppOptions {
  readonly cache: AnswerCache;
  readonly refuse: (visit: Visit, error: unknown) => Response;
  /** What operations are asked with on behalf of a visit, as long as somebody waits for the answer. */
  readonly askingFor: AskingFor;
}

/** Every address of the API that answers GET; Hono answers HEAD from the same. */
export function createRoutes(context: Context, parts: Parts): Hono<RouteEnv> {
  const { cache, files, refuse, askingFor, origin = '' } = parts;
  const { dataset } = context;
  const app = new Hono<RouteEnv>();
  app.onError((error, c) => refuse(c.env.visit, error));
  app.notFound((c) => refuse(c.env.visit, unknownAddress(c.req.path, publicAddresses)));
  mountService(app, { ...parts, context });
  mountTrpc(app, parts);
  const operating = { dataset, cache, askingFor, origin };
  mountData(app, { dataset, documents: documentsOf(dataset), files }, operating);
  mountOperations(app, operating, { prefix: '/v1', check: () => undefined, policyOf: () => 'revalidate' });
  return app;
}
