import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { CacheFigures } from '../cache/response-cache.ts';
import type { Outcome } from '../options.ts';

/** Figures for Prometheus. */
export interface Metrics {
  readonly observe: (outcome: Outcome) => void;
  readonly write: () => Promise<string>;
}

/** Limits of the groups of answering times, in seconds. */
const buckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

const methods = new Set(['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE']);

/**
 * Counts requests, answering times, the cache and the process.
 *
 * @param cache - the figures of the cache at the time of asking
 */
export function openMetrics(cache: () => CacheFigures): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const requests = new Counter({
    name: 'govexport_requests_total',
    help: 'Requests by route, method and status.',
    labelNames: ['route', 'method', 'status'],
    registers: [register],
  });
  const times = new Histogram({
    name: 'govexport_request_seconds',
    help: 'Time from a request to its answer by route.',
    labelNames: ['route'],
    buckets,
    registers: [register],
  });
  for (const name of ['hits', 'misses', 'entries', 'bytes'] as const) gaugeOf(register, { name, cache });
  return {
    observe: ({ route, method, status, seconds }) => {
      // A client may make up any method; a label may not take any value.
      requests.inc({ route, method: methods.has(method) ? method : 'other', status });
      times.observe({ route }, seconds);
    },
    write: () => register.metrics(),
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
