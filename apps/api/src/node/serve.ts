import type { Server } from 'node:http';
import {
  clientAddresses,
  endingOf,
  nextTurn,
  nodeEncoders,
  originOf,
  readSettings,
  SettingsError,
  WorkerPool,
} from '@govexport/http/node';
import { DatasetError, openContext, statisticsProgram } from '@govexport/router/node';
import { createApp } from '../app.ts';
import { packageFiles } from '../files/package-files.ts';
import { openLog, type Log } from '../observe/log.ts';
import { openMetrics, type Metrics } from '../observe/metrics.ts';
import { Environment } from '../settings/environment.ts';
import { createNodeServer } from './node-server.ts';

/** The server before it listens. */
export interface Prepared {
  readonly settings: Environment;
  readonly server: Server;
  readonly log: Log;
  /** Ends the server: what is in flight is finished, or cut off after the time that the settings give it. */
  readonly end: () => Promise<void>;
}

/** The reasons why there is no server, each a sentence. */
export class StartError extends Error {}

/**
 * Makes the server that the environment describes.
 *
 * @throws StartError with every wrong variable, or with every problem of the dataset
 */
export function prepareServer(variables: NodeJS.ProcessEnv): Prepared {
  try {
    return prepare(readSettings(Environment, variables));
  } catch (error) {
    if (error instanceof SettingsError || error instanceof DatasetError) throw new StartError(error.message);
    throw error;
  }
}

function prepare(settings: Environment): Prepared {
  const { HOST, API_PORT, PUBLIC_URL = originOf(HOST, API_PORT), GOVEXPORT_DATASET: folder } = settings;
  const log = openLog(settings.LOG_LEVEL);
  let ending = false;
  // The figures are those of the app's cache, and the app is told where to write them.
  const metrics: Metrics = openMetrics({ cache: () => app.cache.figures(), questions: () => pool.figures() });
  const context = openContext(folder);
  const pool = new WorkerPool(statisticsProgram(context.dataset), {
    workers: settings.WORKERS,
    waiting: settings.QUESTIONS_WAITING,
    seconds: settings.QUESTION_TIMEOUT,
  });
  const app = createApp(context, {
    origin: PUBLIC_URL,
    ...(folder === undefined && { files: packageFiles() }),
    cacheBytes: settings.CACHE_MEGABYTES * 1_048_576,
    encoders: nodeEncoders,
    pause: nextTurn,
    rateLimit: settings.RATE_LIMIT,
    clientOf: clientAddresses(settings.TRUSTED_PROXIES),
    compute: (question, asker) => pool.ask(question, asker),
    report: log.report,
    observe: (outcome) => {
      metrics.observe(outcome);
      log.observe(outcome);
    },
    metrics: metrics.write,
    ending: () => ending,
  });
  const server = createNodeServer(app, {
    headerBytes: settings.MAX_HEADER_BYTES,
    headersTimeout: settings.HEADERS_TIMEOUT,
    requestTimeout: settings.REQUEST_TIMEOUT,
    keepAliveTimeout: settings.KEEP_ALIVE_TIMEOUT,
  });
  const finish = endingOf(server);
  const end = async () => {
    ending = true;
    const cutOff = setTimeout(() => {
      log.logger.warn(`Requests that had not ended after ${settings.GRACE} seconds were cut off.`);
      server.closeAllConnections();
    }, settings.GRACE * 1_000);
    await finish();
    clearTimeout(cutOff);
    await pool.end();
    await log.flush();
  };
  return { settings, server, log, end };
}
