import type { Dataset, Table } from '@govexport/schema';
import { searchIndexOf, type SearchIndex } from './search-index.ts';
import { searchedTerms } from './tokens.ts';

type Words = SearchIndex['words'];

/** How well a record fits a search. */
export interface Hit {
  /** The higher, the better. A whole number, so that it is the same everywhere. */
  readonly score: number;
  /** The words of the record that were found. */
  readonly terms: ReadonlySet<string>;
}

/** Words too frequent to be asked for, as long as another word stands beside them. */
const frequent: ReadonlySet<string> = new Set(
  'a an and at by for from in of on or the to with в во и из к на о об от по с со для при'.split(' '),
);

const weights = { whole: 3, beginning: 2, near: 1 };
const nameWeight = 3;

/**
 * The records of a table in which every word of a search is found, by their place in the table. A word is found whole,
 * as the beginning of a word, or without its ending; only where that finds nothing at all, with small errors of typing.
 * A Chinese run is found as a whole; only where it is nowhere, by its words.
 */
export function searchRecords(dataset: Dataset, table: Table, search: string): ReadonlyMap<number, Hit> {
  const { words } = searchIndexOf(dataset, table);
  const whole = recordsWithAll(words, searchedTerms(search, false));
  return whole.size > 0 ? whole : recordsWithAll(words, searchedTerms(search, true));
}

function recordsWithAll(words: Words, terms: readonly string[]): ReadonlyMap<number, Hit> {
  const rare = terms.filter((term) => !frequent.has(term));
  const found = (rare.length === 0 ? terms : rare).map((term) => recordsWith(words, term));
  const [first = new Map<number, Hit>(), ...others] = found;
  const inAll = [...first].filter(([place]) => others.every((hits) => hits.has(place)));
  return new Map(
    inAll.map(([place, hit]) => [place, merged([hit, ...others.flatMap((hits) => hits.get(place) ?? [])])]),
  );
}

function merged(hits: readonly Hit[]): Hit {
  return {
    score: hits.reduce((sum, { score }) => sum + score, 0),
    terms: new Set(hits.flatMap(({ terms }) => [...terms])),
  };
}

/** The records with one word: by the word and its stem, else by words that differ from it in a letter or two. */
function recordsWith(words: Words, term: string): Map<number, Hit> {
  const stem = stemOf(term);
  const hits = collect(words, term, { prefix: isLetters(term) && term.length > 2 });
  const inflected = stem === null ? new Map<number, Hit>() : collect(words, term, { prefix: true, stem });
  for (const [place, hit] of inflected) hits.set(place, better(hits.get(place), hit));
  if (hits.size > 0 || !isLetters(term) || term.length < 4) return hits;
  return collect(words, term, { fuzzy: term.length < 8 ? 1 : 2 });
}

function better(one: Hit | undefined, other: Hit): Hit {
  if (one === undefined) return other;
  return { score: Math.max(one.score, other.score), terms: new Set([...one.terms, ...other.terms]) };
}

interface Way {
  readonly prefix?: boolean;
  readonly fuzzy?: number;
  readonly stem?: string;
}

function collect(words: Words, term: string, { prefix = false, fuzzy = 0, stem = term }: Way): Map<number, Hit> {
  const results = words.search(stem, { prefix, fuzzy: fuzzy === 0 ? false : fuzzy });
  return new Map(
    results.map(({ id, match }) => {
      const scores = Object.entries(match).map(
        ([word, fields]) => weightOf(term, word) * (fields.includes('name') ? nameWeight : 1),
      );
      return [id as number, { score: Math.max(...scores), terms: new Set(Object.keys(match)) }];
    }),
  );
}

function weightOf(term: string, word: string): number {
  if (word === term) return weights.whole;
  return word.startsWith(term) ? weights.beginning : weights.near;
}

function isLetters(term: string): boolean {
  return /^(?!\p{Script=Han})\p{L}+$/u.test(term);
}

/**
 * The part of a word that its inflections share, where it can be told without a dictionary: a Russian word without its
 * last two letters, an English one without its plural.
 */
function stemOf(term: string): string | null {
  if (/^\p{Script=Cyrillic}{5,}$/u.test(term)) return term.slice(0, Math.max(4, term.length - 2));
  return /^[a-z]{4,}[^s]s$/.test(term) ? term.slice(0, -1) : null;
}
