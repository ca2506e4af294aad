import { writeCount, type Table } from '@govexport/analysis/tables';
import { flatTablesOf, tables, type FlatRows, type Table as RecordTable, type World } from '@govexport/schema';
import type { AliasOfAnswer } from '../find-record.ts';
import type { Row } from '../records/record-key.ts';
import type { FacetsAnswer, ListAnswer } from '../records/record-types.ts';
import { fieldsOf, fieldText, groupsOf, toldField } from './record-fields.ts';
import { plain, textTable, type View, type ViewField, type ViewGroup, type ViewTable } from './view.ts';

/** What words of records are told with. */
type Told = Pick<World, 'senders'>;

type Page = Pick<ListAnswer<'programs'>, 'total' | 'next_cursor' | 'input' | 'license' | 'matches'> & {
  readonly items: readonly object[];
};

/** What tells records apart at a glance, the most telling first; longer texts are for the page of each record. */
const telling = [
  ...['date', 'start', 'founded', 'period_from', 'published', 'country', 'countries', 'title', 'name'],
  ...['host_institution', 'publisher', 'kind', 'system', 'level', 'measure', 'value', 'status', 'sector', 'theme'],
  ...['description', 'year'],
];
const mostColumns = 6;

/** The fields of a table by which a list tells its records apart: its key, then the most telling ones. */
export function briefFields({ key, record, references, none }: RecordTable): string[] {
  const others = Object.keys(record.shape).filter((name) => !(name in references) && !none.includes(name));
  return [...new Set([...key, ...telling, ...others])].filter((name) => name in record.shape);
}

/** Records as rows of codes, as every file of the table has them. */
function dataRows(table: RecordTable, records: readonly object[], fields?: readonly string[]): FlatRows {
  const [flat] = flatTablesOf(table);
  if (flat === undefined) throw new TypeError(`${table.name} has no columns`);
  return flat.rowsOf(records, fields);
}

/** What is shown of a page of a list, whole records or some of their fields. */
export function listView(table: RecordTable, page: Page, { senders }: Told): View {
  const { items, matches, input } = page;
  const rows = items as readonly Row[];
  const chosen = (input as { readonly fields?: readonly string[] }).fields;
  const inOrder = chosen && Object.keys(table.record.shape).filter((name) => chosen.includes(name));
  const names = inOrder ?? briefFields(table).slice(0, mostColumns);
  const fieldsIn = (row: Row) =>
    names.flatMap((name) => fieldsOf(table, name, row[name])).map((field) => toldField(field, senders));
  const text = textTable({
    ...{ name: table.name, title: table.title, note: termsOf(page) },
    labels: Object.fromEntries(fieldsIn({}).map(({ name, label }) => [name, label])),
    rows: rows.map((row) => Object.fromEntries(fieldsIn(row).map((field) => [field.name, briefText(field, row)]))),
  });
  const records: ViewTable = { data: dataRows(table, rows, chosen), text, layout: 'rows' };
  return {
    headline: pageWords(table, page),
    tables: matches.length === 0 ? [records] : [records, matchTable(table, page)],
  };
}

/** Codes of several states, because their names would not fit. */
function briefText(field: ViewField, row: Row): string {
  const { name, values } = field;
  const codes = values.flatMap((one) =>
    one.kind === 'term' && one.vocabulary === 'recipient_country' ? one.value : [],
  );
  return codes.length > 0 && Array.isArray(row[name]) ? codes.join(' ') : fieldText(field);
}

/** The terms of records that do not stand under those of the dataset. */
function termsOf({ license: { name, path, note } }: Pick<Page, 'license'>): string | null {
  return note === null ? null : `Licence ${name} (${path}). ${note}`;
}

function pageWords(table: RecordTable, { total, next_cursor, items }: Page): string {
  const noun = (count: number): string =>
    `${writeCount(count, 'en')} ${count === 1 ? table.singular : table.title.toLowerCase()}`;
  const shown = items.length === total ? '' : `, ${items.length} of them on this page`;
  const cursor = next_cursor !== null && /\s/.test(next_cursor) ? `"${next_cursor}"` : next_cursor;
  const more = cursor === null ? '' : ` The next page: --cursor ${cursor}.`;
  return total === null ? `${noun(items.length)} on this page.${more}` : `${noun(total)}${shown}.${more}`;
}

/** Where the words of a search stand: the record, the field and the words as they are written there. */
function matchTable(table: RecordTable, { items, matches }: Page): ViewTable {
  const rows = matches.flatMap((found, index) =>
    found.map(({ field, text, ranges }) => ({
      record: keyWords(table, items[index] as Row) || String(index + 1),
      field,
      words: ranges.map(({ start, end }) => text.slice(start, end)).join('; '),
      text,
    })),
  );
  const labels = { record: 'Record', field: 'Field', words: 'Words found' };
  const naming = { name: 'matches', title: 'Where the words stand', rows };
  return {
    ...plain(textTable({ ...naming, labels: { ...labels, text: 'Text' } })),
    text: textTable({ ...naming, labels }),
  };
}

/** The parts of a key as they stand behind a command; fewer where a list shows only some fields. */
function keyWords({ key }: RecordTable, row: Row): string {
  const parts = key.map((part) => row[part]);
  return parts.filter((part) => typeof part === 'string' || typeof part === 'number').join(' ');
}

/** What the answers for one record of any table have in common; the record has the name of its table in some. */
interface OneRecord {
  readonly record?: Row;
  readonly program?: Row;
  readonly source?: Row;
  readonly sources?: readonly Row[];
  readonly cited_by?: Table['rows'];
  readonly license?: Page['license'];
  readonly alias: AliasOfAnswer;
}

/** What is shown of one record: its fields, its sources, and the records that cite it. */
export function recordView(table: RecordTable, answer: OneRecord, { senders }: Told): View {
  const { program, source, sources = [], cited_by: citedBy } = answer;
  const row = answer.record ?? program ?? source ?? {};
  const name = program ? 'program' : source ? 'source' : 'record';
  const title = textOf(row, ['title', 'name', 'publisher']) ?? table.singular;
  return {
    headline: `${keyWords(table, row)}: ${title}`,
    detail: textOf(row, ['description']),
    caveats: caveatsOf(answer, keyWords(table, row)),
    groups: [...groupsOf(table, row, name), ...sources.flatMap(sourceGroups)].map(({ fields, ...group }) => ({
      ...group,
      fields: fields.map((field) => toldField(field, senders)),
    })),
    tables: [
      inGroups({ ...dataRows(table, [row]), name }),
      ...(sources.length === 0 ? [] : [inGroups(dataRows(sourceTable, sources))]),
      ...(citedBy === undefined ? [] : [citedByTable(citedBy)]),
    ],
  };
}

/** The first of some fields that has a text. */
function textOf(row: Row, fields: readonly string[]): string | null {
  return fields.map((field) => row[field]).find((text) => typeof text === 'string') ?? null;
}

function caveatsOf({ alias, license }: OneRecord, id: string): string[] {
  const terms = license === undefined ? null : termsOf({ license });
  return [...(alias === null ? [] : [mergeWords(alias, id)]), ...(terms === null ? [] : [terms])];
}

/** A source below those of its record, named by its title. */
function sourceGroups(source: Row): ViewGroup[] {
  const title = `${String(source['id'])}: ${textOf(source, ['title', 'publisher']) ?? ''}`;
  return groupsOf(sourceTable, source).map((group) => ({ ...group, title }));
}

const sourceTable: RecordTable = tables[1];

function inGroups(data: FlatRows): ViewTable {
  return { data, text: null, layout: 'record' };
}

function citedByTable(rows: Table['rows']): ViewTable {
  const labels = { table: 'Table', id: 'Id', date: 'Date', title: 'Title' };
  return plain(textTable({ name: 'cited_by', title: 'Records that cite it', labels, rows }));
}

/** What became of the id that was asked for. */
function mergeWords({ id, version, reason }: NonNullable<AliasOfAnswer>, live: string): string {
  return `${id} was merged into ${live} in version ${version}: ${reason.replace(/\.$/, '')}.`;
}

/** What is shown of the counts of facets: one row for each value, unknown at the end of its facet. */
export function facetsView({ title }: RecordTable, { total, facets }: FacetsAnswer<'programs'>): View {
  const rows = facets.flatMap(({ name: facet, label, values, unknown, omitted }) => [
    ...values.map(({ value, label: name, count }) => ({ facet, label, value, name, count })),
    ...(omitted === 0
      ? []
      : [{ facet, label, value: null, name: `${omitted} further ${omitted === 1 ? 'value' : 'values'}`, count: null }]),
    ...(unknown === 0 ? [] : [{ facet, label, value: null, name: 'Unknown', count: unknown }]),
  ]);
  const tableOf = (labels: Readonly<Record<string, string>>): Table => {
    const table = textTable({ name: 'facets', title: 'Facets', note: facetNote, labels, rows });
    return { ...table, columns: [...table.columns, { key: 'count', label: 'Records', kind: 'count' }] };
  };
  return {
    headline: `${title}: ${writeCount(total, 'en')} that all choices let through.`,
    tables: [
      {
        ...plain(tableOf({ facet: 'Facet', value: 'Value', name: 'Name' })),
        text: tableOf({ label: 'Facet', name: 'Value' }),
      },
    ],
  };
}

const facetNote = 'Each facet is counted under all other choices. A record with several values counts once for each.';
