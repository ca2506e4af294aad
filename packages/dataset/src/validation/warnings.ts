import { collectionWindow, recordHealth, yearOf, type Dataset, type DatasetMeta } from '@govexport/schema';
import { findDuplicates } from '../duplicates/find-duplicates.ts';
import type { ComparedProgram, DuplicateParts, PossibleDuplicate } from '../duplicates/compared.ts';
import { byScore } from '../duplicates/possible-duplicates.ts';

/** Kinds of what a person should look at, in the order in which they are reported. */
export const warningKinds = [
  'example',
  'outside-window',
  'lone-year',
  'possible-duplicate',
  'same-address',
  'no-copy',
  'one-source',
  'few-fields',
] as const;

/** Names that the domain name system keeps for examples and tests: no page is there. */
const reserved = /^https?:[/][/]([^/?#]*[.])?(example([.](com|net|org))?|test|invalid|localhost)(:\d+)?([/?#]|$)/i;

/** A program that lies further than so many years from every other one may have a mistyped year. */
const LONE_YEARS = 5;

/** Warnings of a kind that are listed; more of them are counted. */
const listed = 10;

/** What the warnings are about, and what the dataset says of itself. */
interface Checked extends Pick<Dataset, 'programs' | 'sources'> {
  readonly meta: About;
}

type About = Pick<DatasetMeta, 'collected' | 'year_published'>;

/** Something that fits the schema and that a person should look at all the same. */
export interface Warning {
  readonly kind: (typeof warningKinds)[number];
  /** Ids of the records that it is about. */
  readonly records: readonly string[];
  readonly message: string;
}

/** The warnings of a kind: how many there are, and the first of them. */
export interface WarningGroup {
  readonly kind: Warning['kind'];
  readonly count: number;
  /** Whether there may be more than were counted: of very many programs, not every pair is compared. */
  readonly or_more: boolean;
  readonly warnings: readonly Warning[];
}

/**
 * What a person should look at in a valid dataset: sources at addresses that are reserved for examples, programs outside the window of the collection or years away from all others, programs that may be one and the same, sources that share an address, programs no source of which was read
 * from a stored copy, programs that rest on one independent source, and programs of which less than half is known.
 *
 * @example
 * warningsOf({ meta: { year_published: 2026 }, programs: [], sources: [] }) // => []
 */
export function warningsOf({ meta, programs, sources }: Checked): WarningGroup[] {
  const warnings = new Warnings(meta);
  for (const source of sources) warnings.source(source);
  for (const program of programs) warnings.program(program);
  return warnings.groups();
}

type OneProgram = Dataset['programs'][number];
type CitedSource = Pick<Dataset['sources'][number], 'id' | 'access' | 'publisher' | 'is_copy' | 'original_publisher'>;

/** The warnings about records as they come, sources before the programs that cite them. */
export class Warnings {
  readonly #groups = new Map<Warning['kind'], { count: number; orMore: boolean; warnings: Warning[] }>();
  readonly #window: { readonly begin: string | null; readonly last: string; readonly said: string };
  readonly #sources = new Map<string, CitedSource>();
  readonly #addresses = new Map<string, string[]>();
  /** How many programs start in a year, and the first of them. */
  readonly #years = new Map<number, { count: number; first: Pick<OneProgram, 'id' | 'start'>[] }>();
  /** The same states are one list. */
  readonly #states = new Map<string, readonly string[]>();
  readonly #compared: ComparedProgram[] = [];

  constructor(meta: About) {
    const [begin, end] = [meta.collected?.from ?? null, meta.collected?.to ?? null];
    this.#window = {
      begin,
      last: end ?? String(collectionWindow(meta).to),
      said: end === null ? `the year of publication, ${meta.year_published}` : `the end of the collection, ${end}`,
    };
  }

  /** Takes a record of any table; only sources and programs are looked at. */
  add(table: string, record: object): void {
    if (table === 'sources') this.source(record as Dataset['sources'][number]);
    if (table === 'programs') this.program(record as OneProgram);
  }

  source({ id, url, access, publisher, is_copy, original_publisher }: Dataset['sources'][number]): void {
    this.#sources.set(id, { id, access, publisher, is_copy, original_publisher });
    if (url === null) return;
    if (reserved.test(url))
      this.#warn(
        'example',
        [id],
        () => `stands at ${url}, an address that is reserved for examples: it is no evidence`,
      );
    const address = plainAddress(url);
    const ids = this.#addresses.get(address) ?? [];
    this.#addresses.set(address, ids);
    ids.push(id);
  }

  program(program: OneProgram): void {
    const { id, title, start, host_institution, host_institution_local } = program;
    const [countries, countries_implied] = [program.countries, program.countries_implied].map((states) =>
      this.#sameStates(states),
    ) as [readonly string[], readonly string[]];
    this.#compared.push({ id, title, start, countries, countries_implied, host_institution, host_institution_local });
    const year = this.#years.get(yearOf(start)) ?? { count: 0, first: [] };
    this.#years.set(yearOf(start), year);
    year.count += 1;
    if (year.first.length < listed) year.first.push({ id, start });
    this.#outsideWindow(program);
    const cited = program.sources.flatMap((source) => this.#sources.get(source) ?? []);
    const isCopied = cited.some(({ access }) => access === 'stored copy');
    if (!isCopied) this.#warn('no-copy', [id], () => 'has no source that was read from a stored copy');
    this.#thinRecord(program, cited);
  }

  /** Every warning, by kind; asked once, when every record has come. */
  groups(): WarningGroup[] {
    this.#loneYears();
    this.#sharedAddresses();
    this.#duplicates();
    return warningKinds.flatMap((kind): WarningGroup[] => {
      const group = this.#groups.get(kind);
      return group === undefined ? [] : [{ kind, count: group.count, or_more: group.orMore, warnings: group.warnings }];
    });
  }

  #sameStates(states: readonly string[]): readonly string[] {
    const said = states.join();
    const known = this.#states.get(said) ?? states;
    this.#states.set(said, known);
    return known;
  }

  #groupOf(kind: Warning['kind']) {
    const group = this.#groups.get(kind) ?? { count: 0, orMore: false, warnings: [] };
    this.#groups.set(kind, group);
    return group;
  }

  #warn(kind: Warning['kind'], records: readonly string[], message: () => string): void {
    const group = this.#groupOf(kind);
    group.count += 1;
    if (group.warnings.length < listed) group.warnings.push({ kind, records, message: message() });
  }

  /** A program that starts before the collection begins or after it ends, each date compared as far as both are known. */
  #outsideWindow({ id, start }: OneProgram): void {
    const { begin, last, said } = this.#window;
    if (isAfter(start, last)) this.#warn('outside-window', [id], () => `starts ${start}, after ${said}`);
    else if (begin !== null && isAfter(begin, start))
      this.#warn('outside-window', [id], () => `starts ${start}, before the collection begins, ${begin}`);
  }

  #loneYears(): void {
    const years = [...this.#years.keys()].sort((a, b) => a - b);
    if (years.length < 2) return;
    for (const [index, year] of years.entries()) {
      const isLone = [years[index - 1], years[index + 1]].every(
        (other) => other === undefined || Math.abs(other - year) > LONE_YEARS,
      );
      if (!isLone) continue;
      const { count = 0, first = [] } = this.#years.get(year) ?? {};
      for (const { id, start } of first)
        this.#warn('lone-year', [id], () => `starts ${start}, more than ${LONE_YEARS} years from every other program`);
      this.#groupOf('lone-year').count += count - first.length;
    }
  }

  #sharedAddresses(): void {
    for (const [address, ids] of this.#addresses)
      if (ids.length > 1) this.#warn('same-address', ids, () => `have the same address, ${address}`);
  }

  /** Those that are most alike are listed. */
  #duplicates(): void {
    const most: PossibleDuplicate[] = [];
    let count = 0;
    const isWhole = findDuplicates(this.#compared, (pair) => {
      count += 1;
      const last = most.at(-1);
      if (most.length >= listed && last !== undefined && byScore(last, pair) <= 0) return;
      most.push(pair);
      most.sort(byScore).splice(listed);
    });
    if (count === 0) return;
    for (const { ids, score, parts } of most)
      this.#warn(
        'possible-duplicate',
        ids,
        () => `may be one program: score ${score.toFixed(2)} (${partWords(parts)})`,
      );
    Object.assign(this.#groupOf('possible-duplicate'), { count, orMore: !isWhole });
  }

  #thinRecord(program: OneProgram, cited: readonly CitedSource[]): void {
    const { triangulation, completeness } = recordHealth(program, cited);
    if (triangulation < 2) this.#warn('one-source', [program.id], () => 'rests on one independent source');
    const { share, known, knowable, unknown } = completeness;
    if (share < 0.5)
      this.#warn(
        'few-fields',
        [program.id],
        () => `has ${known} of ${knowable} fields known; unknown are ${unknown.join(', ')}`,
      );
  }
}

function isAfter(date: string, other: string): boolean {
  const known = Math.min(date.length, other.length);
  return date.slice(0, known) > other.slice(0, known);
}

/**
 * The parts of a score in words.
 *
 * @example
 * partWords({ dates: 1, countries: null, title: 0.8, host: 0 }) // => 'dates 1.00, title 0.80, host 0.00'
 */
export function partWords(parts: DuplicateParts): string {
  return Object.entries(parts)
    .flatMap(([name, part]: [string, number | null]) => (part === null ? [] : [`${name} ${part.toFixed(2)}`]))
    .join(', ');
}

/** What two ways to write one address have in common. */
function plainAddress(url: string): string {
  return url
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/#.*$/, '')
    .replace(/\/$/, '');
}
