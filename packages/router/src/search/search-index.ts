import type { Dataset, Table } from '@govexport/schema';
import { textReader, type FieldText } from './record-texts.ts';
import { tokensOf } from './tokens.ts';

/** The records in which each word stands, by their place in the table, and whether it names the record. */
export type Words = ReadonlyMap<string, ReadonlyMap<number, boolean>>;

/** The words of a table, and the texts that they stand in. */
export interface SearchIndex {
  readonly words: Words;
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
  return { words: wordsOf(texts), texts };
}

function wordsOf(texts: SearchIndex['texts']): Words {
  const words = new Map<string, Map<number, boolean>>();
  texts.forEach((found, place) => {
    for (const { field, text } of found) {
      for (const { term } of tokensOf(text)) {
        const places = words.get(term) ?? new Map<number, boolean>();
        words.set(term, places);
        places.set(place, naming.has(field) || places.get(place) === true);
      }
    }
  });
  return words;
}
