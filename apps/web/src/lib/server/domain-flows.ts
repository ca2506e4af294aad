import type { Flow } from '@govexport/charts';
import { m } from '../generated/messages.js';
import { caller } from './caller.ts';
import { termLabel } from './labels.ts';

/** The programs of each domain by the states whose officials they train, for the chart and in words. */
export async function domainFlows() {
  const { result } = await caller.statistics.crosstab({ rows: 'domain', columns: 'country' });
  const { cells, n, known, pairs } = result;
  const flows: Flow[] = cells.map(({ row, column, observed }) => ({
    from: termLabel('domain', row),
    to: termLabel('recipient_country', column),
    count: observed,
  }));
  const words = flows.filter(({ count }) => count > 0).map(({ from, to, count }) => `${from} – ${to}: ${count}`);
  return {
    flows,
    cells,
    title: m.flow_title({ pairs, known, total: n }),
    note: m.flow_note(),
    description: `${words.join('; ')}.`,
  };
}

/** What the chart of domains and states shows. */
export type DomainFlows = Awaited<ReturnType<typeof domainFlows>>;
