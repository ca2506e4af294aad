import { groupBySeries, largest, smallest, type Drawing, type Mark } from '../drawing.ts';
import { columnLayout, type ColumnShape } from './column-layout.ts';
import type { Frame } from './frame.ts';
import { labelRoomOf, rowLayout, type RowShape } from './row-layout.ts';
import { wrapText } from './wrap-text.ts';

/** One small chart: all of a chart, or one series of it. */
export interface Panel {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly heading: readonly string[];
  /** Where the drawing begins below the heading. */
  readonly top: number;
  readonly shape: { readonly kind: 'columns'; readonly columns: ColumnShape } | RowsOf;
}

/** Rows that are drawn as bars or as dots with intervals. */
export interface RowsOf {
  readonly kind: 'bars' | 'intervals';
  readonly rows: RowShape;
}

/** Panels of a statistic's chart, placed. */
export interface StatisticLayout {
  readonly height: number;
  readonly panels: readonly Panel[];
}

const gap = { column: 24, row: 20 };
const headingLine = 17;
const headingRoom = 6;

/** Places the chart of a statistic: one panel, or one for each series, all on one scale. */
export function statisticLayout(drawing: Drawing, frame: Frame): StatisticLayout {
  const groups = groupBySeries(drawing.marks);
  const across = drawing.kind === 'columns' && groups.length > 1 && !frame.narrow ? 2 : 1;
  const width = (frame.width - (across - 1) * gap.column) / across;
  const scale = [smallest(drawing.marks), largest(drawing.marks)] as const;
  const labelRoom = labelRoomOf(drawing.marks, width);
  const panels: Panel[] = [];
  let height = 0;
  let rowTop = 0;
  groups.forEach(({ series, marks }, index) => {
    const column = index % across;
    if (column === 0) rowTop = index === 0 ? 0 : height + gap.row;
    const heading = groups.length === 1 || series === null ? [] : wrapText(series, width, { bold: true });
    const top = heading.length === 0 ? 0 : heading.length * headingLine + headingRoom;
    const { shape, size } = shapeOf(drawing, marks, { frame, width, scale, labelRoom, alone: groups.length === 1 });
    panels.push({ x: column * (width + gap.column), y: rowTop, width, heading, top, shape });
    height = Math.max(height, rowTop + top + size);
  });
  return { height, panels };
}

interface PanelFrame {
  readonly frame: Frame;
  readonly width: number;
  readonly scale: readonly [number, number];
  readonly labelRoom: number;
  readonly alone: boolean;
}

function shapeOf({ kind, valueKind }: Drawing, marks: readonly Mark[], panel: PanelFrame) {
  const { frame, alone, width, scale, labelRoom } = panel;
  const form = { kind: valueKind, language: frame.language };
  if (kind === 'columns') {
    const height = alone ? (frame.narrow ? 250 : 320) : 170;
    const columns = columnLayout(marks, { ...form, width, height, scale });
    return { shape: { kind, columns } as const, size: height };
  }
  const rows = rowLayout(marks, { ...form, width, narrow: frame.narrow, scale, labelRoom });
  return { shape: { kind, rows } as const, size: rows.height };
}
