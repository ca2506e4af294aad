import type { ProgramAnswer, SourceAnswer, Table } from '@govexport/router';
import { Source, tables } from '@govexport/schema';
import type { z } from 'zod';
import { plain, type Shown, type ShownTable } from './shown.ts';
import { dataRows, fieldColumns, labelTable } from './field-columns.ts';

type SourceRecord = z.output<typeof Source>;

/** Sources as records for people: whether each is a copy, of what, and in which language. */
export function sourceTable(sources: readonly SourceRecord[], name: string): ShownTable {
  const naming = { name, title: sources.length === 1 ? 'Source' : 'Sources' };
  const read = fieldColumns(Source).filter(({ name: field }) => field !== 'original_publisher');
  const text = labelTable(naming, read, sources);
  const columns = text.columns.map((column) =>
    column.key === 'is_copy' ? { ...column, label: 'Copy or original' } : column,
  );
  const rows = text.rows.map((row, place) => ({ ...row, ...wordsOf(sources[place]) }));
  return { data: dataRows(tables[1], sources, { name }), text: { ...text, columns, rows }, layout: 'record' };
}

function wordsOf(source: SourceRecord | undefined): Record<string, string> {
  if (source === undefined) return {};
  const { is_copy, original_publisher, language, url } = source;
  const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });
  const copied =
    original_publisher === null ? 'Copy; the original publisher is unknown' : `Copy of ${original_publisher}`;
  return {
    is_copy: is_copy ? copied : 'Original',
    language: languages.of(language) ?? language,
    url: url ?? 'none',
  };
}

/** What is shown of one source. */
export function showSource({ source, cited_by, alias }: z.output<typeof SourceAnswer>): Shown {
  const cited: Table = {
    name: 'cited_by',
    title: 'Records that cite it',
    note: null,
    columns: [
      { key: 'table', label: 'Table', kind: 'text' },
      { key: 'id', label: 'Id', kind: 'text' },
      { key: 'date', label: 'Date', kind: 'text' },
      { key: 'title', label: 'Title', kind: 'text' },
    ],
    rows: cited_by,
  };
  return {
    finding: `${source.id}: ${source.title ?? source.publisher}${aliasNote(alias, source.id)}`,
    tables: [sourceTable([source], 'source'), plain(cited)],
  };
}

/** A sentence where the id that was asked for is that of a merged record, to stand behind a title; else nothing. */
export function aliasNote(alias: z.output<typeof ProgramAnswer>['alias'], live: string): string {
  if (alias === null) return '';
  return `. ${alias.id} was merged into ${live} in version ${alias.version}: ${alias.reason.replace(/\.$/, '')}.`;
}
