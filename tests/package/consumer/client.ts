// A project outside the workspace: typed client, schema, dataset and statistics from the packed tarballs.
import { createTRPCClient, httpLink } from '@trpc/client';
import { catalogue } from '@govexport/analysis';
import { planTrend } from '@govexport/analysis/compute/trend';
import { poissonInterval } from '@govexport/analysis/numeric/poisson-interval';
import { loadDataset } from '@govexport/dataset';
import type { AppRouter } from '@govexport/router';
import { Program, Sector, type Dataset } from '@govexport/schema';
import { vocabularies } from '@govexport/schema/vocabularies';

const dataset: Dataset = loadDataset();
const client = createTRPCClient<AppRouter>({ links: [httpLink({ url: 'http://127.0.0.1:8787/trpc' })] });

export async function ask(): Promise<number> {
  const { result } = await client.statistics.share.query({ attribute: 'security_related', countries: ['KG'] });
  const { program } = await client.programs.get.query({ id: 'GX-0001' });
  const known: boolean | null = program.security_related;
  // @ts-expect-error there is no such attribute
  await client.statistics.share.query({ attribute: 'popularity' });
  // @ts-expect-error an answer is not any: it has no such field
  void result.nothing;
  const { items, next_cursor, license } = await client.transfers.list.query({
    country: ['KG'],
    sort: ['-date'],
    q: 'police',
  });
  const kind: string | undefined = items[0]?.kind;
  const { record } = await client.codings.get.query({ round: 1, program: 'GX-0001', coder: 'A', field: 'confidence' });
  const { items: rows } = await client.programs.select.query({ fields: ['id', 'title'], cursor: next_cursor });
  const title: string | undefined = rows[0]?.title;
  const { facets } = await client.programs.facets.query({ countries: ['KG'] });
  const { text } = await client.citations.view.query({ table: 'indicators', query: 'country=KG', style: 'ris' });
  const { tables } = await client.tables.list.query();
  void [kind, record.coder, title, facets[0]?.values[0]?.count, text, tables[0]?.records, license.note];
  // @ts-expect-error a transfer has no topics
  await client.transfers.list.query({ topics: ['x'] });
  // @ts-expect-error there is no such field
  await client.programs.select.query({ fields: ['colour'] });
  return known === null ? result.unknown : result.yes;
}

const program = Program.parse(dataset.programs[0]);
const sector: (typeof Sector.values)[number] = program.sector;
const { answer, input } = catalogue.trend;
const { n } = answer(dataset, input.parse({})).result;
export const summary = { sector, n, low: poissonInterval(n, 1, 0.95).low, plan: typeof planTrend, vocabularies };
