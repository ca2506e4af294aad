import type { Outcome } from '../options.ts';

/** Limits of the groups of answering times, in seconds. */
const limits = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, Infinity];

const methods = new Set(['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE']);

/** What became of the requests of one route. */
interface RouteFigures {
  /** How many there were, by the method and by the status. */
  readonly outcomes: Map<string, Map<number, number>>;
  /** How many took no longer than each limit and longer than the one before. */
  readonly times: number[];
  seconds: number;
}

/**
 * Counts requests and their answering times by route. The counting is of our own: the counters of prom-client look their
 * labels through on every request, which costs a tenth of a cached answer.
 */
export class RequestFigures {
  readonly #routes = new Map<string, RouteFigures>();

  take({ route, method, status, seconds }: Outcome): void {
    let figures = this.#routes.get(route);
    if (figures === undefined) {
      figures = { outcomes: new Map(), times: limits.map(() => 0), seconds: 0 };
      this.#routes.set(route, figures);
    }
    // A client may make up any method; a label may not take any value.
    const name = methods.has(method) ? method : 'other';
    let statuses = figures.outcomes.get(name);
    if (statuses === undefined) {
      statuses = new Map();
      figures.outcomes.set(name, statuses);
    }
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    let group = 0;
    while (seconds > (limits[group] ?? Infinity)) group += 1;
    figures.times[group] = (figures.times[group] ?? 0) + 1;
    figures.seconds += seconds;
  }

  /** The figures as Prometheus reads them. */
  text(): string {
    const routes = [...this.#routes];
    return [
      '# HELP govexport_requests_total Requests by route, method and status.',
      '# TYPE govexport_requests_total counter',
      ...routes.flatMap(([route, { outcomes }]) =>
        [...outcomes].flatMap(([method, statuses]) =>
          [...statuses].map(
            ([status, count]) =>
              `govexport_requests_total{route="${route}",method="${method}",status="${status}"} ${count}`,
          ),
        ),
      ),
      '',
      '# HELP govexport_request_seconds Time from a request to its answer by route.',
      '# TYPE govexport_request_seconds histogram',
      ...routes.flatMap(([route, figures]) => histogramLines(route, figures)),
      '',
    ].join('\n');
  }
}

function histogramLines(route: string, { times, seconds }: RouteFigures): string[] {
  let count = 0;
  const buckets = limits.map((limit, group) => {
    count += times[group] ?? 0;
    const le = limit === Infinity ? '+Inf' : limit;
    return `govexport_request_seconds_bucket{le="${le}",route="${route}"} ${count}`;
  });
  return [
    ...buckets,
    `govexport_request_seconds_sum{route="${route}"} ${seconds}`,
    `govexport_request_seconds_count{route="${route}"} ${count}`,
  ];
}
