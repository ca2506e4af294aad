import type { Chart, Table } from '@govexport/analysis/tables';
import { readDrawing, type ChartTable, type Drawing, type Reading } from './drawing.ts';
import type { Flow } from './layout/flow-layout.ts';
import type { HostMap } from './layout/host-map.ts';
import type { Ladder } from './layout/ladder-layout.ts';
import type { Pair } from './layout/pairs-layout.ts';
import type { PartCounts } from './layout/parts-layout.ts';
import type { Timeline } from './layout/timeline-layout.ts';

/** The chart that a statistic declares. */
export interface StatisticContent {
  readonly kind: 'statistic';
  readonly title: string;
  readonly drawing: Drawing;
  /** What the intervals are, such as “95% interval”. */
  readonly interval: string;
}

/** Programs that have an attribute, have it not, and of which the sources do not say. */
export interface PartsContent {
  readonly kind: 'parts';
  readonly title: string;
  readonly counts: PartCounts;
}

/** Every program as a mark over its year. */
export interface TimelineContent extends Timeline {
  readonly kind: 'timeline';
  readonly title: string;
}

/** Steps of states on a ladder of levels. */
export interface LadderContent extends Ladder {
  readonly kind: 'ladder';
  readonly title: string;
  readonly description: string;
}

/** Two counts of each row. */
export interface PairsContent {
  readonly kind: 'pairs';
  readonly title: string;
  readonly description: string;
  readonly pairs: readonly Pair[];
  /** What the first and the second count are. */
  readonly names: readonly [string, string];
}

/** Cities on a map. */
export interface MapContent {
  readonly kind: 'map';
  readonly title: string;
  readonly description: string;
  readonly map: HostMap;
}

/** How many programs lead from things on one side to things on the other. */
export interface FlowContent {
  readonly kind: 'flow';
  readonly title: string;
  readonly description: string;
  readonly flows: readonly Flow[];
}

/** What a chart shows, by its kind. */
export type ChartContent =
  StatisticContent | PartsContent | TimelineContent | LadderContent | PairsContent | MapContent | FlowContent;

/** What a chart of a statistic is read from: its answer in words. */
export interface Presented {
  readonly title: string;
  readonly result: unknown;
  readonly tables: readonly ChartTable[];
  readonly chart: Chart | null;
  readonly interval: string;
}

/** The charts of an answer: the split into yes, no and unknown where it has one, and the chart that it declares. */
export function contentsOf({ title, result, tables, chart, interval }: Presented, reading: Reading): ChartContent[] {
  const counts = partsOf(result);
  const drawing = chart === null ? null : readDrawing(chart, tables, reading);
  return [
    ...(counts === null ? [] : [{ kind: 'parts', title, counts } as const]),
    ...(drawing === null ? [] : [{ kind: 'statistic', title: drawing.title, drawing, interval } as const]),
  ];
}

/** The parts of a result that splits its programs so; null where it does not. */
export function partsOf(result: unknown): PartCounts | null {
  const { yes, no, unknown } = result as Record<string, unknown>;
  return typeof yes === 'number' && typeof no === 'number' && typeof unknown === 'number' ? { yes, no, unknown } : null;
}

/** The table that a chart draws: the main one where it draws none. */
export function chartedTable<Found extends Pick<Table, 'name'>>(
  chart: Chart | null,
  tables: readonly Found[],
): Found | undefined {
  return tables.find(({ name }) => name === chart?.table) ?? tables[0];
}
