import type { Shown, ShownTable } from './shown.ts';
import { cellTexts, signNote } from './cell-texts.ts';
import { originOf } from './origin.ts';

/** An answer for people as Markdown: the finding, the tables with their notes, and where the numbers come from. */
export function markdownText({ finding, tables }: Shown, answer: unknown): string {
  const origin = originOf(answer);
  const blocks = [escaped(finding), ...tables.map(tableBlock), ...(origin === null ? [] : [escaped(origin)])];
  return `${blocks.join('\n\n')}\n`;
}

function tableBlock({ text, layout }: ShownTable): string {
  const notes = [text.note, layout === 'rows' ? signNote(text) : null].filter((note) => note !== null);
  const body = text.rows.length === 0 ? 'No rows.' : layout === 'record' ? records(text) : rowTable(text);
  return [`## ${escaped(text.title)}`, body, ...notes.map(escaped)].join('\n\n');
}

function rowTable(table: ShownTable['text']): string {
  const sides = table.columns.map(({ kind }) => (kind === 'text' ? '---' : '---:'));
  return [
    table.columns.map(({ label }) => escaped(label)),
    sides,
    ...cellTexts(table).map((cells) => cells.map(escaped)),
  ]
    .map(line)
    .join('\n');
}

function records(table: ShownTable['text']): string {
  const [head, rule] = [line(['Field', 'Value']), line(['---', '---'])];
  return cellTexts(table)
    .map((cells) =>
      [head, rule, ...cells.map((cell, at) => line([escaped(table.columns[at]?.label ?? ''), escaped(cell)]))].join(
        '\n',
      ),
    )
    .join('\n\n');
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** Signs that Markdown would read otherwise. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|#~]/g, '\\$&');
}
