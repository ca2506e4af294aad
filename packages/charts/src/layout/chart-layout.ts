import type { ChartContent } from '../content.ts';
import { flowLayout } from './flow-layout.ts';
import type { Frame } from './frame.ts';
import { mapLayout } from './host-map.ts';
import { ladderLayout } from './ladder-layout.ts';
import { pairsLayout } from './pairs-layout.ts';
import { partsLayout } from './parts-layout.ts';
import { statisticLayout } from './statistic-layout.ts';
import { timelineLayout } from './timeline-layout.ts';

/** A chart with everything placed, by its kind; every shape has a height. */
export type ChartLayout = ReturnType<typeof chartLayout>;

/** Places everything of a chart in a width. */
export function chartLayout(content: ChartContent, frame: Frame) {
  switch (content.kind) {
    case 'statistic':
      return { kind: content.kind, shape: statisticLayout(content.drawing, frame) };
    case 'parts':
      return { kind: content.kind, shape: partsLayout(content.counts, frame) };
    case 'timeline':
      return { kind: content.kind, shape: timelineLayout(content.marks, frame) };
    case 'ladder':
      return { kind: content.kind, shape: ladderLayout(content, frame) };
    case 'pairs':
      return { kind: content.kind, shape: pairsLayout(content.pairs, { ...frame, names: content.names }) };
    case 'flow':
      return { kind: content.kind, shape: flowLayout(content.flows, frame) };
    case 'map':
      return { kind: content.kind, shape: mapLayout(content.map, frame) };
  }
}
