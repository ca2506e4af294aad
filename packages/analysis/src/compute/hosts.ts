import type { Estimate } from '../estimate.ts';
import { concentration } from '../numeric/concentration.ts';
import type { HostsResult } from '../results/relations.ts';
import type { Facts } from '../facts.ts';
import { all, map, type Plan } from '../query/plan.ts';
import { byFrequency, dimensions, keyOf, planValues, toldValue } from './dimensions.ts';
import { programsWhere } from './filter-where.ts';
import { computed, notComputable } from './interval-estimate.ts';
import type { Filter } from './resolve-filter.ts';
import { exactShare } from './share.ts';
import { tallyPairs, total, type Counted, type Pair } from './tallies.ts';

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
  readonly counts: Counted<string>;
  readonly links: ReadonlyMap<string, Counted<string>>;
  /** The recipients of the dataset, in the order of tables. */
  readonly states: readonly string[];
}

/** Counts the programs of each host and its links. A program with several hosts or recipients counts once for each. */
export function planHosts(input: HostsInput, { meta }: Pick<Facts, 'meta'>): Plan<HostCounts> {
  const { host, recipient } = input;
  const where = programsWhere(input);
  const plans = all({
    hosts: planValues(where, host, meta.recipients),
    pairs: tallyPairs({ table: 'programs', where }, keyOf(host), keyOf(recipient)),
  });
  return map(plans, ({ hosts: { counts, known, unknown }, pairs }) => ({
    ...{ n: known + unknown, known, counts, states: meta.recipients },
    links: linksOf(pairs, { host, recipient }),
  }));
}

function linksOf(
  pairs: readonly Pair[],
  { host, recipient }: Pick<HostsInput, 'host' | 'recipient'>,
): HostCounts['links'] {
  const links = new Map<string, Map<string, number>>();
  for (const { first, second, count } of pairs) {
    const [from, to] = [toldValue(host, first), toldValue(recipient, second)];
    if (from === null || to === null) continue;
    const linked = links.get(from) ?? new Map<string, number>();
    links.set(from, linked.set(to, (linked.get(to) ?? 0) + count));
  }
  return links;
}

/** The concentration of the programs on hosts, with the hosts that have most of them. */
export function inferHosts({ n, known, counts, links, states }: HostCounts, input: HostsInput): HostsResult {
  const hosts = byFrequency(input.host, counts, []);
  const shown = hosts.slice(0, input.top);
  const linked = (host: string): Counted<string> => links.get(host) ?? new Map<string, number>();
  return {
    n,
    known,
    unknown: n - known,
    pairs: total(counts.values()),
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
  const mentions = total(counts);
  if (mentions === 0) return notComputable(n === 0 ? 'no-records' : 'no-known-values', 0, 2);
  const found = concentration(counts, level);
  if (found === null) return notComputable('too-few-records', mentions, 2);
  return computed(found.index, found.interval, { method: 'pairs', level });
}
