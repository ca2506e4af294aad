import { collectionWindow, recordHealth, yearOf, type Dataset, type DatasetMeta } from '@govexport/schema';
import { possibleDuplicates, type DuplicateParts } from '../duplicates/possible-duplicates.ts';

/** Kinds of what a person should look at, in the order in which they are reported. */
export const warningKinds = [
  'outside-window',
  'lone-year',
  'possible-duplicate',
  'same-address',
  'no-copy',
  'one-source',
  'few-fields',
] as const;

/** A program that lies further than so many years from every other one may have a mistyped year. */
const LONE_YEARS = 5;

/** What the warnings are about, and what the dataset says of itself. */
interface Checked extends Pick<Dataset, 'programs' | 'sources'> {
  readonly meta: Pick<DatasetMeta, 'collected' | 'year_published'>;
}

/** Something that fits the schema and that a person should look at all the same. */
export interface Warning {
  readonly kind: (typeof warningKinds)[number];
  /** Ids of the records that it is about. */
  readonly records: readonly string[];
  readonly message: string;
}

/**
 * What a person should look at in a valid dataset: programs outside the window of the collection or years away from all others, programs that may be one and the same, sources that share an address, programs no source of which was read
 * from a stored copy, programs that rest on one independent source, and programs of which less than half is known.
 *
 * @example
 * warningsOf({ meta: { year_published: 2026 }, programs: [], sources: [] }) // => []
 */
export function warningsOf(dataset: Checked): Warning[] {
  return [
    ...outsideWindow(dataset),
    ...loneYears(dataset),
    ...duplicates(dataset),
    ...sharedAddresses(dataset),
    ...withoutCopy(dataset),
    ...thinRecords(dataset),
  ];
}

/** Programs that start before the collection begins or after it ends, each date compared as far as both are known. */
function outsideWindow({ meta, programs }: Checked): Warning[] {
  const { collected, year_published } = meta;
  const [begin, end] = [collected?.from ?? null, collected?.to ?? null];
  const last = end ?? String(collectionWindow(meta).to);
  const said = end === null ? `the year of publication, ${year_published}` : `the end of the collection, ${end}`;
  return programs.flatMap(({ id, start }): Warning[] => {
    if (isAfter(start, last)) {
      return [{ kind: 'outside-window', records: [id], message: `starts ${start}, after ${said}` }];
    }
    if (begin === null || !isAfter(begin, start)) return [];
    return [
      { kind: 'outside-window', records: [id], message: `starts ${start}, before the collection begins, ${begin}` },
    ];
  });
}

function isAfter(date: string, other: string): boolean {
  const known = Math.min(date.length, other.length);
  return date.slice(0, known) > other.slice(0, known);
}

function loneYears({ programs }: Checked): Warning[] {
  const years = [...new Set(programs.map(({ start }) => yearOf(start)))].sort((a, b) => a - b);
  const lone = years.filter((year, index) =>
    [years[index - 1], years[index + 1]].every((other) => other === undefined || Math.abs(other - year) > LONE_YEARS),
  );
  if (years.length < 2) return [];
  return programs
    .filter(({ start }) => lone.includes(yearOf(start)))
    .map(({ id, start }) => {
      const message = `starts ${start}, more than ${LONE_YEARS} years from every other program`;
      return { kind: 'lone-year', records: [id], message };
    });
}

function duplicates(dataset: Pick<Dataset, 'programs'>): Warning[] {
  return possibleDuplicates(dataset).map(({ ids, score, parts }) => ({
    kind: 'possible-duplicate',
    records: ids,
    message: `may be one program: score ${score.toFixed(2)} (${partWords(parts)})`,
  }));
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

function sharedAddresses({ sources }: Pick<Dataset, 'sources'>): Warning[] {
  const byAddress = new Map<string, string[]>();
  for (const { id, url } of sources) {
    if (url === null) continue;
    const address = plainAddress(url);
    byAddress.set(address, [...(byAddress.get(address) ?? []), id]);
  }
  return [...byAddress]
    .filter(([, ids]) => ids.length > 1)
    .map(([address, records]) => ({ kind: 'same-address', records, message: `have the same address, ${address}` }));
}

/** What two ways to write one address have in common. */
function plainAddress(url: string): string {
  return url
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/#.*$/, '')
    .replace(/\/$/, '');
}

function withoutCopy({ programs, sources }: Pick<Dataset, 'programs' | 'sources'>): Warning[] {
  const copied = new Set(sources.filter(({ access }) => access === 'stored copy').map(({ id }) => id));
  return programs
    .filter((program) => !program.sources.some((id) => copied.has(id)))
    .map(({ id }) => ({ kind: 'no-copy', records: [id], message: 'has no source that was read from a stored copy' }));
}

function thinRecords({ programs, sources }: Pick<Dataset, 'programs' | 'sources'>): Warning[] {
  const health = programs.map((program) => ({ id: program.id, ...recordHealth(program, sources) }));
  const single = health
    .filter(({ triangulation }) => triangulation < 2)
    .map(({ id }): Warning => ({ kind: 'one-source', records: [id], message: 'rests on one independent source' }));
  const thin = health
    .filter(({ completeness }) => completeness.share < 0.5)
    .map(({ id, completeness: { known, knowable, unknown } }): Warning => {
      const message = `has ${known} of ${knowable} fields known; unknown are ${unknown.join(', ')}`;
      return { kind: 'few-fields', records: [id], message };
    });
  return [...single, ...thin];
}
