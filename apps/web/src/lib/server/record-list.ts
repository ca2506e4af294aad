import {
  askList,
  briefFields,
  decodeQuery,
  encodeQuery,
  limits,
  readableQuery,
  recordSchemas,
  type ListAnswer,
} from '@govexport/router';
import type { Table } from '@govexport/schema';
import { localizeHref } from '../generated/runtime.js';
import { caller, dataset } from './caller.ts';
import { inEnglish } from './labels.ts';
import { shown } from './language/translate.ts';
import { hasRecordPages, recordAddress, tableAddress } from './record-address.ts';
import { recordCell, recordLabel } from './record-fields.ts';
import { wordsFound } from './words-found.ts';

/** Fields that stand first in a list and lead to the page of the record, or are for there. */
const onThePage: ReadonlySet<string> = new Set(['id', 'title', 'name', 'description']);
/** Columns of a list whose records have pages. */
const mostColumns = 5;

type Row = Readonly<Record<string, unknown>>;

/** One page of the records of any table, for an address. */
export async function recordList(table: Table, query: URLSearchParams) {
  const { name, record } = table;
  const input = recordSchemas[name as 'transfers'].list.input;
  const given = { limit: limits.default_page_size, ...decodeQuery(input, query) };
  const answer = (await askList(caller, name as 'transfers', given)) as ListAnswer<'transfers'>;
  const paged = hasRecordPages(name);
  const telling = briefFields(table).filter((field) => !onThePage.has(field));
  const columns = paged ? telling.slice(0, mostColumns) : Object.keys(record.shape);
  const address = (cursor: string | null) => {
    const text = readableQuery(encodeQuery(input, { ...decodeQuery(input, query), cursor }));
    return localizeHref(tableAddress(name) + (text === '' ? '' : `?${text}`));
  };
  return {
    table: { name, title: shown(table.title), description: shown(table.description) },
    paged,
    total: answer.total ?? answer.items.length,
    records: dataset[name as 'transfers'].length,
    q: (answer.input as { q?: string | null }).q ?? '',
    columns: columns.map((field) => ({ field, label: recordLabel(name, field) })),
    rows: (answer.items as unknown as Row[]).map((row, index) => ({
      href: paged ? localizeHref(recordAddress(name, String(row['id'])) ?? '') : null,
      id: paged ? String(row['id']) : '',
      title: inEnglish((row['title'] ?? row['name'] ?? row['id'] ?? '') as string),
      cells: columns.map((field) => ({ field, ...recordCell(table, field, row[field]) })),
      found: wordsFound(answer.matches[index] ?? []),
    })),
    first: answer.input.cursor === null ? null : address(null),
    next: answer.next_cursor === null ? null : address(answer.next_cursor),
  };
}
