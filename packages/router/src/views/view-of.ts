import { tables, type Table, type World } from '@govexport/schema';
import { present, type StatisticAnswer } from '../ask-statistic.ts';
import type { OperationId } from '../operations/operations.ts';
import { citationView, metaView, provenanceView, tablesView } from './dataset-views.ts';
import { facetsView, listView, recordView } from './record-views.ts';
import { plain, type View } from './view.ts';

type Told = Pick<World, 'senders'>;

/** How answers that are alike in every table are shown, by the names of their operations. */
const ofTables: Readonly<Record<string, (table: Table, answer: never, world: Told) => View>> = {
  list: listView,
  select: listView,
  facets: facetsView,
  get: recordView,
};

const ofDataset: Readonly<Record<string, (answer: never) => View>> = {
  meta: metaView,
  provenance: provenanceView,
  tables: tablesView,
  citations: citationView,
};

/**
 * What surfaces show of the answer of an operation.
 *
 * @param world - what the dataset of the answer declares
 * @example
 * viewOf('programs.get', await caller.programs.get({ id: 'GX-0001' }), dataset.meta).groups?.[0]?.title // => 'When'
 */
export function viewOf(id: OperationId, answer: unknown, world: Told): View {
  const [group = '', name = ''] = id.split('.');
  const table = (tables as readonly unknown[] as readonly Table[]).find((one) => one.name === group);
  const view =
    table === undefined ? ofDataset[group]?.(answer as never) : ofTables[name]?.(table, answer as never, world);
  return view ?? statisticView(answer as StatisticAnswer, world);
}

function statisticView(answer: StatisticAnswer, world: Told): View {
  const { finding, tables: shown, chart } = present(answer, world);
  return { headline: finding, tables: shown.map(plain), chart };
}
