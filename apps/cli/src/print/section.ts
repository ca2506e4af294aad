import { displayWidth, pad } from './display-width.ts';
import { wrapText } from './wrap-text.ts';

/** What stands left, and the paragraphs that stand right of it. */
export type Entry = readonly [term: string, paragraphs: readonly string[]];

const widestTerm = 24;

/** A titled list in two columns; a term that is too wide stands on a line of its own. */
export function section(title: string, entries: readonly Entry[], width: number): string {
  if (entries.length === 0) return '';
  const fitting = entries.map(([term]) => displayWidth(term)).filter((termWidth) => termWidth <= widestTerm);
  const column = Math.max(0, ...fitting) + 4;
  return [`${title}:`, ...entries.flatMap((entry) => entryLines(entry, column, width))].join('\n');
}

function entryLines([term, paragraphs]: Entry, column: number, width: number): string[] {
  const lines = paragraphs.flatMap((text) => wrapText(text, width - column));
  const indented = lines.map((line) => ' '.repeat(column) + line);
  if (displayWidth(term) + 4 > column) return [`  ${term}`, ...indented];
  return [pad(`  ${term}`, column) + (lines[0] ?? ''), ...indented.slice(1)];
}
