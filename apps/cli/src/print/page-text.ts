import type { Shown, ShownTable } from './shown.ts';
import { chartLines } from './chart-lines.ts';
import { originOf } from './origin.ts';
import { recordLines, tableLines } from './table-lines.ts';
import { signNote } from './cell-texts.ts';
import { wrapText } from './wrap-text.ts';

/** Width of running text where there is no terminal, and at most. */
const readableWidth = 100;

/** Where the text is read. */
export interface Screen {
  /** Columns of the terminal; null where there is none. */
  readonly width: number | null;
  readonly colour: boolean;
}

/** An answer for people: the finding, the tables with their notes, and where the numbers come from. */
export function pageText({ finding, tables, chart = null }: Shown, answer: unknown, screen: Screen): string {
  const width = Math.min(screen.width ?? readableWidth, readableWidth);
  const origin = originOf(answer);
  const paragraphs = [
    wrapText(finding, width).map((line) => bold(line, screen)),
    ...tables.flatMap((table) => [
      tableParagraph(table, screen, width),
      ...(chart?.table === table.text.name ? [chartLines(table.text, chart, width)] : []),
    ]),
    ...(origin === null ? [] : [wrapText(origin, width)]),
  ];
  return `${paragraphs
    .filter(({ length }) => length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function tableParagraph({ text, layout }: ShownTable, screen: Screen, width: number): string[] {
  const lines = layout === 'record' ? recordLines(text, width) : tableLines(text, screen.width);
  const notes = [text.note, layout === 'rows' ? signNote(text) : null].filter((note) => note !== null);
  const body = text.rows.length === 0 ? ['No rows.'] : lines;
  return [bold(text.title, screen), ...body, ...notes.flatMap((note) => wrapText(note, width))];
}

function bold(text: string, { colour }: Screen): string {
  return colour ? `\u001B[1m${text}\u001B[22m` : text;
}
