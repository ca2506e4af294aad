import { groupBySeries, largest, smallest, type Drawing, type SeriesMarks } from '../drawing.ts';
import { columnLayout, type ColumnShape } from './column-layout.ts';
import type { Frame } from './frame.ts';
import { heatLayout, type HeatShape } from './heat-layout.ts';
import { linesLayout, type LinesShape } from './lines-layout.ts';
import { labelRoomOf, rowLayout, valueRoomOf, type RowShape } from './row-layout.ts';
import { wrapText } from './wrap-text.ts';

/** What one small chart draws. */
export type PanelShape =
  | { readonly kind: 'columns'; readonly columns: ColumnShape }
  | { readonly kind: 'bars' | 'intervals'; readonly rows: RowShape }
  | { readonly kind: 'lines'; readonly lines: LinesShape }
  | { readonly kind: 'heat'; readonly heat: HeatShape };

/** One small chart: all of a chart, or one series of it. */
export interface Panel {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly heading: readonly string[];
  /** Where the drawing begins below the heading. */
  readonly top: number;
  readonly shape: PanelShape;
}

/** Panels of a statistic's chart, placed. */
export interface StatisticLayout {
  readonly height: number;
  readonly panels: readonly Panel[];
}

const gap = { column: 24, row: 20 };
const headingLine = 17;
const headingRoom = 6;

/** Places the chart of a statistic: one panel, or one for each series. */
export function statisticLayout(drawing: Drawing, frame: Frame): StatisticLayout {
  const groups = groupBySeries(drawing.marks);
  const heat = drawing.kind === 'heat' ? heatLayout(groups, frame.width) : null;
  if (heat !== null) {
    const whole = { x: 0, y: 0, width: frame.width, heading: [], top: 0 };
    return { height: heat.height, panels: [{ ...whole, shape: { kind: 'heat', heat } }] };
  }
  return panelsOf(groups, drawing, frame);
}

function panelsOf(groups: readonly SeriesMarks[], drawing: Drawing, frame: Frame): StatisticLayout {
  const upright = drawing.kind === 'columns' || drawing.kind === 'lines';
  const across = upright && groups.length > 1 && !frame.narrow ? 2 : 1;
  const width = (frame.width - (across - 1) * gap.column) / across;
  const panels: Panel[] = [];
  let height = 0;
  let rowTop = 0;
  let headings = 0;
  groups.forEach(({ series, marks }, index) => {
    const column = index % across;
    const heading = headingOf(groups, series, width);
    if (column === 0) {
      rowTop = index === 0 ? 0 : height + gap.row;
      // Panels beside each other begin at one height.
      const beside = groups.slice(index, index + across).map((group) => headingOf(groups, group.series, width).length);
      headings = Math.max(...beside);
    }
    const top = headings === 0 ? 0 : headings * headingLine + headingRoom;
    const { shape, size } = shapeOf(drawing, { marks, alone: groups.length === 1, width }, frame);
    panels.push({ x: column * (width + gap.column), y: rowTop, width, heading, top, shape });
    height = Math.max(height, rowTop + top + size);
  });
  return { height, panels };
}

function headingOf(groups: readonly SeriesMarks[], series: string | null, width: number): string[] {
  return groups.length === 1 || series === null ? [] : wrapText(series, width, { bold: true });
}

interface Part extends Pick<Drawing, 'marks'> {
  readonly width: number;
  /** Whether it is the only panel. */
  readonly alone: boolean;
}

function shapeOf(drawing: Drawing, { marks, alone, width }: Part, frame: Frame): { shape: PanelShape; size: number } {
  const { kind } = drawing;
  const form = { kind: drawing.valueKind, language: frame.language };
  const scale = [smallest(drawing.marks), largest(drawing.marks)] as const;
  const height = alone ? (frame.narrow ? 250 : 320) : 170;
  if (kind === 'columns') {
    return {
      shape: { kind, columns: columnLayout(marks, { ...form, width, height, scale, steps: drawing.lineSteps }) },
      size: height,
    };
  }
  if (kind === 'lines') {
    const groups = [...new Set(drawing.marks.map(({ group }) => group))];
    return { shape: { kind, lines: linesLayout(marks, { ...form, width, height, groups }) }, size: height };
  }
  // Panels below each other share their scale, so their plots share both ends.
  const rooms = { labelRoom: labelRoomOf(drawing.marks, width), valueRoom: valueRoomOf(drawing.marks) };
  const rows = rowLayout(marks, { ...form, width, narrow: frame.narrow, scale, ...rooms });
  // A heat table whose cells have no room is drawn as bars.
  return { shape: { kind: kind === 'heat' ? 'bars' : kind, rows }, size: rows.height };
}
