import { pino, type Logger } from 'pino';
import type { Outcome } from '../options.ts';
import { LogWriter } from './log-writer.ts';

/** A log and how to end it. */
export interface Log {
  readonly logger: Logger;
  readonly observe: (outcome: Outcome) => void;
  readonly report: (error: unknown, id: string) => void;
  /** Writes what is left, as far as it can be written. */
  readonly flush: () => Promise<void>;
}

/** A log of JSON lines on standard output: requests at `debug`, failures at `error`. No address of a client is in it. */
export function openLog(level: string): Log {
  const destination = new LogWriter(1);
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
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
    flush: () => destination.flush(),
  };
}
