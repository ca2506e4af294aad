import { canonicalJson } from '@govexport/schema';
import type { Shown, ShownTable } from '../shown.ts';
import { cellTexts, signs } from './cell-texts.ts';
import { recordLines } from './record-lines.ts';
import { tableLines } from './table-lines.ts';
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
export function pageText({ finding, tables }: Shown, answer: unknown, screen: Screen): string {
  const width = Math.min(screen.width ?? readableWidth, readableWidth);
  const paragraphs = [
    wrapText(finding, width).map((line) => bold(line, screen)),
    ...tables.map((table) => tableParagraph(table, screen, width)),
    ...(hasOrigin(answer) ? [wrapText(originOf(answer), width)] : []),
  ];
  return `${paragraphs.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function tableParagraph({ text, layout }: ShownTable, screen: Screen, width: number): string[] {
  const lines = layout === 'record' ? recordLines(text, width) : tableLines(text, screen.width);
  const notes = [text.note, layout === 'rows' ? signNote(text) : null].filter((note) => note !== null);
  const body = text.rows.length === 0 ? ['No rows.'] : lines;
  return [bold(text.title, screen), ...body, ...notes.flatMap((note) => wrapText(note, width))];
}

/** Says what a sign means where it stands in a table. */
function signNote(table: ShownTable['text']): string | null {
  const cells = new Set(cellTexts(table).flat());
  const meanings = [
    cells.has(signs.infinite) ? `${signs.infinite}: without a finite value.` : null,
    cells.has(signs.missing) ? `${signs.missing}: not computable or not applicable.` : null,
  ].filter((meaning) => meaning !== null);
  return meanings.length === 0 ? null : meanings.join(' ');
}

interface Origin {
  readonly dataset: { readonly name: string; readonly version: string; readonly sha256: string };
  readonly input?: Readonly<Record<string, unknown>> & { readonly scope?: string };
}

/** Work on a folder that is no valid dataset has no origin to name. */
function hasOrigin(answer: unknown): answer is Origin {
  return typeof answer === 'object' && answer !== null && 'dataset' in answer && answer.dataset !== null;
}

function originOf({ dataset, input }: Origin): string {
  const origin = `Dataset ${dataset.name} ${dataset.version}, sha256 ${dataset.sha256.slice(0, 12)}`;
  if (input === undefined) return `${origin}.`;
  const { scope, ...others } = input;
  const filled = Object.entries(others).flatMap(([name, value]) => (name === 'total' ? [] : inputWords(name, value)));
  const scoped = scope === undefined ? '' : `scope ${scope}: `;
  return `${origin}; ${scoped}${filled.join(', ')}.`;
}

function inputWords(name: string, value: unknown): string[] {
  const words = name.replaceAll('_', ' ');
  if (value === null || value === false || (Array.isArray(value) && value.length === 0)) return [];
  if (value === true) return [words];
  if (Array.isArray(value)) return [`${words} ${value.join('+')}`];
  return [`${words} ${typeof value === 'string' ? value : canonicalJson(value)}`];
}

function bold(text: string, { colour }: Screen): string {
  return colour ? `\u001B[1m${text}\u001B[22m` : text;
}
