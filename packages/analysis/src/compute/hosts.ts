import type { Dataset } from '@govexport/schema';
import { countPairs } from '../columns/counts.ts';
import type { Estimate } from '../estimate.ts';
import { concentration } from '../numeric/concentration.ts';
import type { HostsResult } from '../results/relations.ts';
import { byFrequency, countValues, dimensions } from './dimensions.ts';
import { computed, notComputable } from './interval-estimate.ts';
import type { Filter } from './resolve-filter.ts';
import { select, type Selection } from './select-programs.ts';
import { exactShare } from './share.ts';

export type { HostsResult };

/** What can stand for the host. */
export const hostDimensions = ['host_institution', 'host_city', 'host_province'] as const;

/** What can stand for the recipient. */
export const recipientDimensions = ['sector', 'country'] as const;

/** Input of the statistic `hosts`, with every default filled in. */
export interface HostsInput extends Filter {
  readonly level: number;
  readonly host: (typeof hostDimensions)[number];
  readonly recipient: (typeof recipientDimensions)[number];
  readonly top: number;
}

/** Programs of each host, and of each host with each recipient. */
export interface HostCounts {
  readonly n: number;
  readonly known: number;
  readonly counts: ReadonlyMap<string, number>;
  readonly links: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** The recipients of the dataset, in the order of tables. */
  readonly states: readonly string[];
}

/** Counts the programs of each host and its links. A program with several hosts or recipients counts once for each. */
export function tabulateHosts({ columns, rows }: Selection, input: Pick<HostsInput, 'host' | 'recipient'>): HostCounts {
  const [hosts, recipients] = [dimensions[input.host], dimensions[input.recipient]];
  const { counts, known, unknown } = countValues({ columns, rows }, input.host);
  const links = new Map<string, Map<string, number>>();
  for (const { first, second, count } of countPairs(
    columns.column(hosts.field),
    columns.column(recipients.field),
    rows,
  )) {
    for (const host of hosts.values(first)) {
      const linked = links.get(host) ?? new Map<string, number>();
      for (const recipient of recipients.values(second)) linked.set(recipient, (linked.get(recipient) ?? 0) + count);
      links.set(host, linked);
    }
  }
  return { n: known + unknown, known, counts, links, states: columns.recipients };
}

/** The concentration of the programs on hosts, with the hosts that have most of them. */
export function inferHosts({ n, known, counts, links, states }: HostCounts, input: HostsInput): HostsResult {
  const hosts = byFrequency(input.host, counts, []);
  const shown = hosts.slice(0, input.top);
  const linked = (host: string): ReadonlyMap<string, number> => links.get(host) ?? new Map<string, number>();
  return {
    n,
    known,
    unknown: n - known,
    pairs: [...counts.values()].reduce((sum, count) => sum + count, 0),
    multi_valued: dimensions[input.host].multi_valued,
    hosts: hosts.length,
    recipients: new Set([...links.values()].flatMap((recipients) => [...recipients.keys()])).size,
    herfindahl: herfindahl(
      hosts.map((host) => counts.get(host) ?? 0),
      n,
      input.level,
    ),
    top: shown.map((host) => ({
      host,
      programs: counts.get(host) ?? 0,
      recipients: linked(host).size,
      share: exactShare(counts.get(host) ?? 0, known, { level: input.level, n }),
    })),
    links: shown.flatMap((host) =>
      byFrequency(input.recipient, linked(host), states).map((recipient) => ({
        host,
        recipient,
        programs: linked(host).get(recipient) ?? 0,
      })),
    ),
  };
}

function herfindahl(counts: readonly number[], n: number, level: number): Estimate {
  const mentions = counts.reduce((sum, count) => sum + count, 0);
  if (mentions === 0) return notComputable(n === 0 ? 'no-records' : 'no-known-values', 0, 2);
  const found = concentration(counts, level);
  if (found === null) return notComputable('too-few-records', mentions, 2);
  return computed(found.index, found.interval, { method: 'pairs', level });
}

/**
 * Who trains whom: hosts, the recipients they are linked with, and how far the programs gather on few hosts.
 *
 * @example
 * computeHosts(dataset, { ...input, host: 'host_city', recipient: 'sector', top: 10 }).top[0];
 */
export function computeHosts(dataset: Dataset, input: HostsInput): HostsResult {
  return inferHosts(tabulateHosts(select(dataset, input), input), input);
}
