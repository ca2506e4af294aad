import { fieldText, type View, type ViewGroup, type ViewTable } from '@govexport/router';
import { chartLines } from './chart-lines.ts';
import { originOf } from './origin.ts';
import { fieldLines, recordLines, tableLines } from './table-lines.ts';
import { signNote, visible } from './cell-texts.ts';
import { wrapText } from './wrap-text.ts';

/** Width of running text where there is no terminal, and at most. */
const readableWidth = 100;

/** Where the text is read. */
export interface Screen {
  /** Columns of the terminal; null where there is none. */
  readonly width: number | null;
  readonly colour: boolean;
}

/** A view for people: what is said, the fields of records, the tables with their notes, and where the numbers come from. */
export function pageText(view: View, answer: unknown, screen: Screen): string {
  const { headline, detail = null, caveats = [], groups = [], tables, chart = null } = view;
  const width = Math.min(screen.width ?? readableWidth, readableWidth);
  const paragraphs = [
    wrapText(visible(headline), width).map((line) => bold(line, screen)),
    ...[detail, ...caveats].map((text) => sentence(text, width)),
    ...groupParagraphs(groups, screen, width),
    ...tables.flatMap((table) => [
      tableParagraph(table, screen, width),
      ...(chart !== null && chart.table === table.text?.name ? [chartLines(table.text, chart, width)] : []),
    ]),
    sentence(originOf(answer), width),
  ];
  return `${paragraphs
    .filter(({ length }) => length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function sentence(text: string | null, width: number): string[] {
  return text === null ? [] : wrapText(visible(text), width);
}

/** Groups below their titles; the values of all stand below each other. */
function groupParagraphs(groups: readonly ViewGroup[], screen: Screen, width: number): string[][] {
  const entries = groups.map(groupEntries);
  const labels = entries.flat().map(([label]) => label);
  return groups.map(({ title }, index) => [
    ...wrapText(visible(title), width).map((line) => bold(line, screen)),
    ...fieldLines(entries[index] ?? [], labels, width),
  ]);
}

/** The fields of a group with their values, and the sources that support them. */
export function groupEntries({ fields, sources }: ViewGroup): [label: string, text: string][] {
  return [
    ...fields.map((field): [string, string] => [field.label, visible(fieldText(field))]),
    ...(sources.length === 0 ? [] : [['Supported by', sources.join('; ')] as [string, string]]),
  ];
}

function tableParagraph({ text, layout }: ViewTable, screen: Screen, width: number): string[] {
  if (text === null) return [];
  const lines = layout === 'record' ? recordLines(text, width) : tableLines(text, screen.width);
  const notes = [text.note, layout === 'rows' ? signNote(text) : null].filter((note) => note !== null);
  const body = text.rows.length === 0 ? ['No rows.'] : lines;
  return [bold(visible(text.title), screen), ...body, ...notes.flatMap((note) => wrapText(visible(note), width))];
}

function bold(text: string, { colour }: Screen): string {
  return colour ? `\u001B[1m${text}\u001B[22m` : text;
}
