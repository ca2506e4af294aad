import type { Table, View, ViewGroup, ViewTable } from '@govexport/router';
import { cellTexts, signNote } from './cell-texts.ts';
import { originOf } from './origin.ts';
import { groupEntries } from './page-text.ts';

/** A view for people as Markdown, in the order of the page. */
export function markdownText(view: View, answer: unknown): string {
  const { headline, detail = null, caveats = [], groups = [], tables } = view;
  const sentences = [headline, detail, ...caveats].filter((text) => text !== null).map(escaped);
  const origin = originOf(answer);
  const blocks = [...sentences, ...groups.map(groupBlock), ...tables.flatMap(tableBlock)];
  return `${[...blocks, ...(origin === null ? [] : [escaped(origin)])].join('\n\n')}\n`;
}

function groupBlock(group: ViewGroup): string {
  return [heading(group.title), fieldTable(groupEntries(group))].join('\n\n');
}

function tableBlock({ text, layout }: ViewTable): string[] {
  if (text === null) return [];
  const notes = [text.note, layout === 'rows' ? signNote(text) : null].filter((note) => note !== null);
  const body = text.rows.length === 0 ? 'No rows.' : layout === 'record' ? records(text) : rowTable(text);
  return [[heading(text.title), body, ...notes.map(escaped)].join('\n\n')];
}

function rowTable(table: Table): string {
  const sides = table.columns.map(({ kind }) => (kind === 'text' ? '---' : '---:'));
  const head = [table.columns.map(({ label }) => escaped(label)), sides];
  return [...head, ...cellTexts(table).map((cells) => cells.map(escaped))].map(line).join('\n');
}

function records(table: Table): string {
  return cellTexts(table)
    .map((cells) => fieldTable(cells.map((cell, at) => [table.columns[at]?.label ?? '', cell])))
    .join('\n\n');
}

function fieldTable(entries: readonly (readonly string[])[]): string {
  return [['Field', 'Value'], ['---', '---'], ...entries.map((cells) => cells.map(escaped))].map(line).join('\n');
}

function heading(title: string): string {
  return `## ${escaped(title)}`;
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** Signs that Markdown would read otherwise. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|#~]/g, '\\$&');
}
