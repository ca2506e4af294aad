import type { Dataset } from '@govexport/schema';

/** How many records a new import shares with an earlier one. */
export interface KeptIds {
  readonly kept: number;
  readonly added: number;
  /** Ids of the earlier import that no row took. */
  readonly gone: readonly string[];
}

interface Former {
  readonly id: string;
  /** What tells the record from others, the surest first. */
  readonly keys: readonly string[];
}

/**
 * The ids of the records of a table: a record that an earlier import knows keeps its id, whatever its row is now; any other
 * takes the next number that was never given.
 */
export class GivenIds {
  readonly #prefix: string;
  readonly #keysOf: (values: Readonly<Record<string, unknown>>) => readonly string[];
  readonly #free: Set<string>;
  /** Ids by the rank and the text of a key. */
  readonly #byKey = new Map<string, readonly string[]>();
  readonly #known: number;
  #last: number;
  #added = 0;

  constructor(
    prefix: string,
    keysOf: (values: Readonly<Record<string, unknown>>) => readonly string[],
    former: readonly Former[] = [],
  ) {
    this.#prefix = prefix;
    this.#keysOf = keysOf;
    this.#known = former.length;
    this.#free = new Set(former.map(({ id }) => id));
    for (const { id, keys } of former)
      for (const [rank, key] of keys.entries()) this.#byKey.set(placeOf(rank, key), [...this.#idsOf(rank, key), id]);
    const numbers = former.map(({ id }) => (id.startsWith(`${prefix}-`) ? Number(id.slice(prefix.length + 1)) : 0));
    this.#last = numbers.reduce((most, number) => Math.max(most, number), 0);
  }

  /** The id of the next record. A key that several earlier records share tells none of them. */
  idOf(values: Readonly<Record<string, unknown>>): string {
    const keys = this.#free.size === 0 ? [] : this.#keysOf(values);
    for (const [rank, key] of keys.entries()) {
      const [only, ...others] = this.#idsOf(rank, key).filter((id) => this.#free.has(id));
      if (only === undefined || others.length > 0) continue;
      this.#free.delete(only);
      return only;
    }
    this.#added += 1;
    this.#last += 1;
    return `${this.#prefix}-${String(this.#last).padStart(4, '0')}`;
  }

  #idsOf(rank: number, key: string): readonly string[] {
    return this.#byKey.get(placeOf(rank, key)) ?? [];
  }

  get outcome(): KeptIds {
    const gone = [...this.#free].sort();
    return { kept: this.#known - gone.length, added: this.#added, gone };
  }
}

function placeOf(rank: number, key: string): string {
  return `${rank} ${key}`;
}

/** A program is known by its title, start and states; else by its title and year; else by its start and states. */
export function programKeys(values: Readonly<Record<string, unknown>>): string[] {
  const { title, start, countries } = values;
  const states = Array.isArray(countries) ? [...(countries as string[])].sort() : [];
  const year = typeof start === 'string' ? start.slice(0, 4) : null;
  return [
    [title, start, states],
    [title, year],
    [start, states, values['host_institution'] ?? null],
  ].map((parts) => JSON.stringify(parts));
}

/** A source is known by its address; one without by its publisher, title and date. */
export function sourceKeys({ url, publisher, title, published }: Readonly<Record<string, unknown>>): string[] {
  const parts = (url ?? null) === null ? [publisher, title ?? null, published ?? null] : [url];
  return [JSON.stringify(parts)];
}

/** The ids of programs and of sources, those of an earlier import first. */
export function givenIds(prefix: string, previous: Pick<Dataset, 'programs' | 'sources'> | undefined) {
  const { programs = [], sources = [] } = previous ?? {};
  return {
    programs: new GivenIds(
      prefix,
      programKeys,
      programs.map((record) => ({ id: record.id, keys: programKeys(record) })),
    ),
    sources: new GivenIds(
      'S',
      sourceKeys,
      sources.map((record) => ({ id: record.id, keys: sourceKeys(record) })),
    ),
  };
}
