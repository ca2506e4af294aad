import { pino, type DestinationStream, type Logger } from 'pino';
import type { Outcome } from '../options.ts';

/** Lines are written together, so that a log costs little; none waits longer than this many milliseconds. */
const flushEvery = 500;

/** A log and how to end it. */
export interface Log {
  readonly logger: Logger;
  readonly observe: (outcome: Outcome) => void;
  readonly report: (error: unknown, id: string) => void;
  /** Writes what is left. */
  readonly flush: () => void;
}

/** A log of JSON lines on standard output: requests at `debug`, failures at `error`. No address of a client is in it. */
export function openLog(level: string): Log {
  const destination = pino.destination({ sync: false, minLength: 8_192, periodicFlush: flushEvery });
  const logger = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    destination as DestinationStream,
  );
  // Asked once: the level stays as it is.
  const tellsRequests = logger.isLevelEnabled('debug');
  return {
    logger,
    observe: ({ id, method, address, route, status, seconds }) => {
      if (!tellsRequests) return;
      const milliseconds = Math.round(seconds * 1e6) / 1e3;
      logger.debug({ request_id: id, method, address, route, status, milliseconds }, 'request');
    },
    report: (error, id) => logger.error({ request_id: id, err: error }, 'unexpected error'),
    flush: () => destination.flushSync(),
  };
}
