import type { CacheFigures } from '@govexport/http';
import type { PoolFigures } from '@govexport/http/node';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Outcome } from '../options.ts';
import { RequestFigures } from './request-figures.ts';

/** Where the figures of the parts of a server come from. */
interface Figures {
  readonly cache: () => CacheFigures;
  readonly questions: () => PoolFigures;
}

const gauges: { readonly [Group in keyof Figures]: Readonly<Record<keyof ReturnType<Figures[Group]>, string>> } = {
  cache: {
    hits: 'Answers that the cache had.',
    misses: 'Answers that were made.',
    entries: 'Answers that the cache holds.',
    bytes: 'Bytes that the cache holds.',
  },
  questions: {
    computed: 'Statistics that are computed.',
    waiting: 'Statistics that wait to be computed.',
  },
};

/** Figures for Prometheus. */
export interface Metrics {
  readonly observe: (outcome: Outcome) => void;
  readonly write: () => Promise<string>;
}

/**
 * Counts requests, answering times, the cache, the statistics that are computed and the process.
 *
 * @param figures - those of the cache and of the statistics at the time of asking
 */
export function openMetrics(figures: Figures): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  for (const [group, meanings] of Object.entries(gauges))
    for (const [name, help] of Object.entries(meanings)) {
      const value = () => (figures[group as keyof Figures]() as unknown as Record<string, number>)[name] ?? 0;
      gaugeOf(register, { name: `govexport_${group}_${name}`, help, value });
    }
  const requests = new RequestFigures();
  return {
    observe: (outcome) => requests.take(outcome),
    write: async () => `${await register.metrics()}\n${requests.text()}`,
  };
}

interface GaugeWords {
  readonly name: string;
  readonly help: string;
  readonly value: () => number;
}

function gaugeOf(register: Registry, { name, help, value }: GaugeWords): Gauge {
  return new Gauge({
    name,
    help,
    registers: [register],
    collect() {
      this.set(value());
    },
  });
}
