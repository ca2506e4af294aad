import type { CacheFigures } from '@govexport/http';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Outcome } from '../options.ts';
import { RequestFigures } from './request-figures.ts';

/** Figures for Prometheus. */
export interface Metrics {
  readonly observe: (outcome: Outcome) => void;
  readonly write: () => Promise<string>;
}

/**
 * Counts requests, answering times, the cache and the process.
 *
 * @param cache - the figures of the cache at the time of asking
 */
export function openMetrics(cache: () => CacheFigures): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  for (const name of ['hits', 'misses', 'entries', 'bytes'] as const) gaugeOf(register, { name, cache });
  const requests = new RequestFigures();
  return {
    observe: (outcome) => requests.take(outcome),
    write: async () => `${await register.metrics()}\n${requests.text()}`,
  };
}

const meanings = {
  hits: 'Answers that the cache had.',
  misses: 'Answers that were made.',
  entries: 'Answers that the cache holds.',
  bytes: 'Bytes that the cache holds.',
} as const;

function gaugeOf(register: Registry, { name, cache }: { name: keyof CacheFigures; cache: () => CacheFigures }): Gauge {
  return new Gauge({
    name: `govexport_cache_${name}`,
    help: meanings[name],
    registers: [register],
    collect() {
      this.set(cache()[name]);
    },
  });
}
