import { flatRowsOf, type ListAnswer, type RecordAnswer } from '@govexport/router';
import type { Table } from '@govexport/schema';
import type { Shown, ShownTable } from './shown.ts';
import { dataRows, fieldColumns, labelTable, type FieldColumn } from './field-columns.ts';
import { aliasNote, sourceTable } from './show-source.ts';

type Row = Readonly<Record<string, unknown>>;
type Page = Pick<ListAnswer<'programs'>, 'total' | 'next_cursor' | 'input' | 'license' | 'matches'> & {
  readonly items: readonly object[];
};

/** What tells records apart at a glance, the most telling first. */
const telling = [
  ...['date', 'start', 'founded', 'period_from', 'published', 'country', 'countries', 'title', 'name'],
  ...[
    'host_institution',
    'publisher',
    'kind',
    'system',
    'level',
    'measure',
    'value',
    'status',
    'sector',
    'theme',
    'description',
    'year',
  ],
];
const mostColumns = 6;

/** The fields of a table that a list shows to people: its key, then the most telling ones. */
function briefFields(table: Table, fields: readonly FieldColumn[]): FieldColumn[] {
  const names = [...table.key, ...telling, ...fields.map(({ name }) => name)];
  return [...new Set(names)].flatMap((wanted) => fields.filter(({ name }) => name === wanted)).slice(0, mostColumns);
}

/** What is shown of a page of a list, whole records or some of their fields. */
export function showList(table: Table, page: Page): Shown {
  const { items, matches, input } = page;
  const rows = items as readonly Row[];
  const chosen = (input as { readonly fields?: readonly string[] }).fields;
  const all = fieldColumns(table.record);
  const fields = chosen === undefined ? all : all.filter(({ path: [name = ''] }) => chosen.includes(name));
  const naming = { name: table.name, title: table.title };
  const brief = chosen === undefined ? briefFields(table, fields) : fields;
  const text = labelTable(naming, brief, rows);
  // Codes of countries, because their names would not fit.
  const short = text.rows.map((row, place) => {
    const countries = rows[place]?.['countries'] as readonly string[] | undefined;
    return countries === undefined ? row : { ...row, countries: countries.join(' ') || 'none named' };
  });
  const records: ShownTable = {
    data: dataRows(table, rows, { fields: chosen }),
    text: { ...text, note: termsOf(page), rows: short },
    layout: 'rows',
  };
  return {
    finding: pageWords(table, page),
    tables: matches.length === 0 ? [records] : [records, matchTable(table, page)],
  };
}

/** The terms of records that do not stand under those of the dataset. */
function termsOf({ license: { name, path, note } }: Pick<Page, 'license'>): string | null {
  return note === null ? null : `Licence ${name} (${path}). ${note}`;
}

function pageWords(table: Table, { total, next_cursor, items }: Page): string {
  const noun = (count: number): string => `${count} ${count === 1 ? table.singular : table.title.toLowerCase()}`;
  const shown = items.length === total ? '' : `, ${items.length} of them on this page`;
  const more =
    next_cursor === null
      ? ''
      : ` The next page: --cursor ${/\s/.test(next_cursor) ? `"${next_cursor}"` : next_cursor}.`;
  return total === null ? `${noun(items.length)} on this page.${more}` : `${noun(total)}${shown}.${more}`;
}

/** Where the words of a search stand: the record, the field and the words as they are written there. */
function matchTable(table: Table, { items, matches }: Page): ShownTable {
  const rows = matches.flatMap((found, place) =>
    found.map(({ field, text, ranges }) => ({
      record: keyWords(table, items[place] as Row) || String(place + 1),
      field,
      words: ranges.map(({ start, end }) => text.slice(start, end)).join('; '),
      text,
    })),
  );
  const column = (key: string, label: string) => ({ key, label, kind: 'text' as const });
  const columns = [column('record', 'Record'), column('field', 'Field'), column('words', 'Words found')];
  const naming = { name: 'matches', title: 'Where the words stand', note: null };
  return {
    data: flatRowsOf({ ...naming, columns: [...columns, column('text', 'Text')], rows }),
    text: { ...naming, columns, rows },
    layout: 'rows',
  };
}

/** The parts of a key as they stand behind a command; fewer where a list shows only some fields. */
function keyWords({ key }: Table, row: Row): string {
  const parts = key.map((part) => row[part]);
  return parts.filter((part) => typeof part === 'string' || typeof part === 'number').join(' ');
}

/** What is shown of one record. */
export function showRecord(table: Table, singular: string, answer: RecordAnswer<'transfers'>): Shown {
  const record: Row = { ...answer.record };
  const fields = fieldColumns(table.record);
  const naming = { name: 'record', title: 'Record' };
  const read = fields.filter(({ name }) => name !== 'sources');
  const shown: ShownTable = {
    data: dataRows(table, [record], naming),
    text: { ...labelTable(naming, read, [record]), note: termsOf(answer) },
    layout: 'record',
  };
  const title = [record['title'], record['name']].find((text) => typeof text === 'string') ?? singular;
  const sources = answer.sources.length === 0 ? [] : [sourceTable(answer.sources, 'sources')];
  const merged = aliasNote(answer.alias, keyWords(table, record));
  return { finding: `${keyWords(table, record)}: ${title}${merged}`, tables: [shown, ...sources] };
}
