import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { env } from 'node:process';
import { headerList, incomingHead, RateLimit, type Reply } from '@govexport/http';
import {
  clientAddresses,
  endingOf,
  limitedServer,
  listenRefusal,
  originOf,
  readSettings,
  sendKept,
  SettingsError,
  tuneEngine,
  WorkerPool,
  type Unreadable,
} from '@govexport/http/node';
import { statisticsProgram } from '@govexport/router/node';
import { dataset } from '../caller.ts';
import { hostedBy } from '../hosting.ts';
import { sitePages } from '../kept-pages.ts';
import { addressOf } from './request-address.ts';
import { SiteEnvironment } from './site-environment.ts';

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

function settingsOrEnd(): SiteEnvironment {
  try {
    return readSettings(SiteEnvironment, env);
  } catch (error) {
    if (error instanceof SettingsError) stop(error.message);
    throw error;
  }
}

/**
 * Serves the site: pages that are kept are sent before SvelteKit sees the request, statistics are computed in threads beside
 * this one, and no client keeps the server waiting.
 *
 * @param handler - SvelteKit, as adapter-node has built it
 */
export function serveSite(handler: (...given: [...Parameters<RequestListener>, () => void]) => void): void {
  tuneEngine();
  const settings = settingsOrEnd();
  const { HOST, PORT, RATE_LIMIT } = settings;
  const pool = new WorkerPool(statisticsProgram(dataset), {
    workers: settings.WORKERS,
    waiting: settings.QUESTIONS_WAITING,
    seconds: settings.QUESTION_TIMEOUT,
  });
  const limit = RATE_LIMIT > 0 ? new RateLimit(RATE_LIMIT) : undefined;
  hostedBy({
    clientOf: clientAddresses(settings.TRUSTED_PROXIES),
    take: (client) => limit?.take(client, performance.now()),
    compute: (question, asker) => pool.ask(question, asker),
  });
  const server = limitedServer(
    {
      headerBytes: settings.MAX_HEADER_BYTES,
      headersTimeout: settings.HEADERS_TIMEOUT,
      requestTimeout: settings.REQUEST_TIMEOUT,
      keepAliveTimeout: settings.KEEP_ALIVE_TIMEOUT,
    },
    { listener: (request, response) => handler(request, response, () => response.writeHead(404).end()), refuse },
  );
  sendKept(server, (request) => sitePages.reply(addressOf(request, env), incomingHead(request)));
  endOnSignal(server, { end: () => pool.end(), grace: settings.GRACE });
  server.once('error', (error) => stop(listenRefusal(error, [HOST, PORT, 'PORT'])));
  server.listen(PORT, HOST, () =>
    console.log(`Listening on ${originOf(HOST, (server.address() as AddressInfo).port)}`),
  );
}

/** The answer to what is no request: no page, since nothing is known of who asks. */
function refuse(reason: Unreadable): Reply {
  const status = reason === 'too-large' ? 431 : 400;
  const body = new TextEncoder().encode(
    reason === 'too-large' ? 'The request is too long.\n' : 'The request is not HTTP/1.1.\n',
  );
  return { status, headers: headerList({ 'content-type': 'text/plain; charset=utf-8' }), body };
}

/** What is in flight is finished, or cut off after a while. A second signal ends the process at once. */
function endOnSignal(server: Server, { end, grace }: { end: () => Promise<void>; grace: number }): void {
  const finish = endingOf(server);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      setTimeout(() => server.closeAllConnections(), grace * 1_000).unref();
      void finish()
        .then(end)
        .then(() => process.exit(0));
    });
  }
}
