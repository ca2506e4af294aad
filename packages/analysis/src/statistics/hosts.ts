import { z } from 'zod';
import { dimensions, labelOf } from '../compute/dimensions.ts';
import {
  inferHosts,
  planHosts,
  hostDimensions,
  recipientDimensions,
  type HostsInput,
  type HostsResult,
} from '../compute/hosts.ts';
import { hostsResult } from '../results/relations.ts';
import { defineStatistic } from '../statistic.ts';
import { chartOf, column, estimateCells, estimateColumns, type Table } from '../table.ts';
import { counted, decimals, intervalWords } from '../words.ts';

function top(answer: HostsResult, { host }: HostsInput): Table {
  const { label } = dimensions[host];
  return {
    name: 'top',
    title: `${label}: most programs`,
    note: `${answer.known} of ${counted(answer.n, 'program')} name one; ${answer.hosts} different.${answer.multi_valued ? ' A program counts once for each.' : ''} Clopper-Pearson intervals, each for itself.`,
    columns: [
      column('host', label, 'text'),
      column('programs', 'Programs', 'count'),
      column('recipients', 'Different recipients', 'count'),
      ...estimateColumns('Share', 'share'),
    ],
    rows: answer.top.map(({ share, ...row }) => ({
      ...row,
      host: labelOf(host, row.host, []),
      ...estimateCells(share),
    })),
  };
}

function links(answer: HostsResult, { host, recipient }: HostsInput): Table {
  return {
    name: 'links',
    title: `${dimensions[host].label} and ${dimensions[recipient].label.toLowerCase()}`,
    note: 'Programs that name both. A program counts once in each row that it names.',
    columns: [
      column('host', dimensions[host].label, 'text'),
      column('recipient', dimensions[recipient].label, 'text'),
      column('programs', 'Programs', 'count'),
    ],
    rows: answer.links.map((link) => ({
      host: labelOf(host, link.host, []),
      recipient: labelOf(recipient, link.recipient, []),
      programs: link.programs,
    })),
  };
}

function concentration({ herfindahl }: HostsResult): Table {
  return {
    name: 'concentration',
    title: 'Herfindahl index',
    note: 'Share of the pairs of programs that have the same host, which estimates without bias the sum of the squared shares of the hosts.',
    columns: estimateColumns('Herfindahl index', 'number'),
    rows: [estimateCells(herfindahl)],
  };
}

/** Who trains whom. */
export const hosts = defineStatistic({
  name: 'hosts',
  title: 'Who trains whom',
  summary:
    'Hosts with most programs, the recipients each is linked with, and the Herfindahl index of the programs over hosts, estimated without bias from the pairs of programs, with its interval. Programs without a named host are left out.',
  reference:
    'Herfindahl index: Hirschman (1964), The Paternity of an Index, American Economic Review 54, 761; pairs: Simpson (1949), doi:10.1038/163688a0, and Hoeffding (1948), doi:10.1214/aoms/1177730196; interval: Korn and Graubard (1998), Survey Methodology 24, 193–201.',
  parameters: () => ({
    host: z.enum(hostDimensions).default('host_institution').describe('What stands for the host.'),
    recipient: z.enum(recipientDimensions).default('sector').describe('What stands for the recipient.'),
    top: z.int({ error: 'a whole number from 1 to 100' }).min(1).max(100).default(10).describe('Hosts to show.'),
  }),
  result: hostsResult,
  plan: planHosts,
  infer: inferHosts,
  tables: (answer, input) => [top(answer, input), links(answer, input), concentration(answer)],
  finding: ({ n, known, hosts, herfindahl, top: [first] }, { host }) => {
    const label = dimensions[host].label;
    if (n === 0) return 'No program is in scope.';
    if (first === undefined) return `${label}: none of ${counted(n, 'program')} names one.`;
    const most = `most often ${labelOf(host, first.host, [])}, ${counted(first.programs, 'program')}`;
    const index =
      herfindahl.estimate === null
        ? `Herfindahl index ${intervalWords(herfindahl, decimals)}`
        : `Herfindahl index ${decimals(herfindahl.estimate)} (${intervalWords(herfindahl, decimals)})`;
    return `${label}: ${hosts} different in the ${known} of ${counted(n, 'program')} that name one, ${most}; ${index}.`;
  },
  chart: chartOf({ table: 'top', kind: 'bars', label: 'host', value: 'programs' }),
  headline: { label: 'Herfindahl index of hosts', value: ({ herfindahl }) => herfindahl },
});
