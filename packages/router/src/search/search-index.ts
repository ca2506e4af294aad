import type { Dataset, Table } from '@govexport/schema';
import MiniSearch from 'minisearch';
import { textReader, type FieldText } from './record-texts.ts';
import { tokensOf } from './tokens.ts';

/** The words of a table, and the texts that they stand in. */
export interface SearchIndex {
  readonly words: MiniSearch;
  /** The texts of each record, in the order of the table. */
  readonly texts: readonly (readonly FieldText[])[];
}

/** Fields that name a record; a word found there counts more. */
const naming: ReadonlySet<string> = new Set(['title', 'name', 'name_zh', 'name_en', 'name_ru', 'indicator_name']);

const known = new WeakMap<Dataset, Map<string, SearchIndex>>();

/** The index of a table, built once for a dataset. */
export function searchIndexOf(dataset: Dataset, table: Table): SearchIndex {
  const indexes = known.get(dataset) ?? new Map<string, SearchIndex>();
  known.set(dataset, indexes);
  const index = indexes.get(table.name) ?? buildIndex(dataset, table);
  indexes.set(table.name, index);
  return index;
}

function buildIndex(dataset: Dataset, table: Table): SearchIndex {
  const rows: readonly object[] = dataset[table.name as 'programs'];
  const read = textReader(dataset, table);
  const texts = rows.map((row) => read(row as Readonly<Record<string, unknown>>));
  const words = new MiniSearch({
    fields: ['name', 'text'],
    tokenize: (text) => tokensOf(text).map(({ term }) => term),
    processTerm: (term) => term,
    searchOptions: { tokenize: (term) => [term] },
  });
  words.addAll(texts.map((found, id) => ({ id, name: joined(found, true), text: joined(found, false) })));
  return { words, texts };
}

function joined(texts: readonly FieldText[], wanted: boolean): string {
  return texts.flatMap(({ field, text }) => (naming.has(field) === wanted ? [text] : [])).join('\n');
}
