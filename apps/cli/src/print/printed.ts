import { canonicalJson, escapedCsvText, ndjsonText, showValue } from '@govexport/schema';
import type { View, ViewTable } from '@govexport/router';
import type { CommandCall } from '../args/parse-arguments.ts';
import { markdownText } from './markdown-text.ts';
import { pageText, type Screen } from './page-text.ts';
import { visibleLines } from './cell-texts.ts';
import { alternative } from '../args/suggest.ts';
import { UsageError } from '../args/failures.ts';

/** An answer, and what is shown of it, which is made only where it is needed. */
export interface Printable {
  readonly given: unknown;
  readonly shown: () => View;
  /** The whole as Markdown, where that is more than the tables. */
  readonly markdown?: string;
}

/** An answer in the format that is asked for. */
export function printed(
  { format, table, command }: Pick<CommandCall, 'format' | 'table' | 'command'>,
  { given, shown, markdown }: Printable,
  screen: Screen,
): string {
  if (format === 'json') return `${canonicalJson(given)}\n`;
  if (format === 'md' && table === null && markdown !== undefined) return visibleLines(`${markdown}\n`);
  const whole = shown();
  if (format === 'table' && table === null && whole.verbatim !== undefined) return whole.verbatim;
  const chosen = tablesNamed(whole, table, command.name);
  switch (format) {
    case 'csv':
    case 'ndjson':
      return rowsText(format, chosen.tables);
    case 'md':
      return visibleLines(markdownText(chosen, given));
    default:
      return pageText(chosen, given, screen);
  }
}

/** The rows of the first table. */
function rowsText(format: 'csv' | 'ndjson', [main]: readonly ViewTable[]): string {
  if (main === undefined) return '';
  return format === 'csv' ? escapedCsvText(main.data) : ndjsonText(main.data.records);
}

/**
 * What is shown of an answer, reduced to one table where one is named.
 *
 * @throws UsageError where the answer has no such table
 */
export function tablesNamed(shown: View, name: string | null, command: string): View {
  if (name === null) return shown;
  const tables = shown.tables.filter(({ data }) => data.name === name);
  const groups = shown.groups?.filter(({ table }) => table === name) ?? [];
  if (tables.length > 0) return { ...shown, groups, tables };
  const names = shown.tables.map(({ data }) => data.name);
  throw new UsageError(`--table is ${showValue(name)}; ${alternative(name, names)}`, command);
}
