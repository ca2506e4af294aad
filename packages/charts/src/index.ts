export { answerPicture, intervalOf, type AnswerWords, type PicturedAnswer } from './answer-picture.ts';
export { chartedTable, partsOf, type ChartContent, type Presented } from './content.ts';
export type {
  LadderContent,
  MapContent,
  PairsContent,
  PartsContent,
  StatisticContent,
  TimelineContent,
} from './content.ts';
export { describe } from './describe.ts';
export { readDrawing, type ChartTable, type Drawing, type Mark, type Reading } from './drawing.ts';
export type { Flow } from './layout/flow-layout.ts';
export { sizes, type Size } from './layout/frame.ts';
export type { HostMap } from './layout/host-map.ts';
export type { Ladder } from './layout/ladder-layout.ts';
export type { Pair } from './layout/pairs-layout.ts';
export type { PartCounts } from './layout/parts-layout.ts';
export { domainSign, timelineLayout, type Timeline, type TimelineMark } from './layout/timeline-layout.ts';
export { pageLook, settingKey, type ChartSetting } from './setting.ts';
export { chartWords, type Language } from './words/chart-words.ts';
export { cellWriter, locales, nameInWords, writeCount, writeExact, type CellWriter } from '@govexport/analysis/tables';
