import { bibtexOf, risOf, type CslItem } from './citation-formats.ts';
import type { Dataset } from './dataset.ts';

/** What of a dataset is cited: nothing given, the whole; a record; or the part that a query chose. */
export interface CitedPart {
  /** A record, by its id and, where it has one, its title. */
  readonly record?: { readonly id: string; readonly title?: string | null };
  /** The query string of a filtered view, without the question mark. */
  readonly view?: string;
  /** How many records the view holds. */
  readonly records?: number;
  /** Whom else to name, where the part stands under terms of its own. */
  readonly credit?: string;
  /** When it was read, as precise as it is known. */
  readonly accessed?: string;
  /** Where it is served; cited where the dataset tells neither a DOI nor an address, see {@link citableAddress}. */
  readonly served_at?: string | undefined;
}

/** One citation in four forms. */
export interface Citation {
  /** Plain text in the style of the American Psychological Association, 7th edition. */
  readonly apa: string;
  readonly bibtex: string;
  readonly ris: string;
  readonly csl: CslItem;
}

/**
 * How to cite a dataset, one of its records or a filtered view. Version and SHA-256 of the content always stand in it,
 * so that the numbers can be found again; no clock is read: when it was read stands there only where it is given.
 *
 * @param dataset - whose `meta` and `sha256` are cited; its DOI, or else its address, or else where it is served, stands in every form
 * @param part - what of it
 * @example
 * const meta = { name: 'mine', title: 'Mine', version: '1.0.0', creators: ['Us'], year_published: 2026 }
 * citationOf({ meta, sha256: 'ab12' }).apa // => 'Us. (2026). Mine (Version 1.0.0) [Data set]. SHA-256 ab12.'
 * @example
 * const meta = { name: 'mine', title: 'Mine', version: '1.0.0', creators: ['Us'], year_published: 2026, doi: '10.5281/zenodo.1' }
 * citationOf({ meta, sha256: 'ab12' }).apa.endsWith('SHA-256 ab12. https://doi.org/10.5281/zenodo.1') // => true
 */
export function citationOf({ meta, sha256 }: Pick<Dataset, 'meta' | 'sha256'>, part: CitedPart = {}): Citation {
  const { title, version, creators, year_published: year } = meta;
  const { record, accessed } = part;
  const selection = selectionOf(part);
  const whole = `${title} (Version ${version}${selection === null ? '' : `; selection ${selection}`}) [Data set]`;
  const what = record === undefined ? whole : `${titleOf(record)} (Record ${record.id}). In ${whole}`;
  const csl: CslItem = {
    id: [meta.name, version, record?.id, selection === null ? undefined : 'selection'].filter(isText).join('-'),
    type: 'dataset',
    title: record === undefined ? title : titleOf(record),
    author: creators.map((literal) => ({ literal })),
    issued: { 'date-parts': [[year]] },
    version,
    ...(record === undefined ? {} : { 'container-title': title }),
    ...addressOf(meta, part),
    note: noteOf(sha256, part),
    ...(accessed === undefined ? {} : { accessed: { 'date-parts': [datePartsOf(accessed)] } }),
  };
  const credit = part.credit === undefined ? '' : ` ${ended(part.credit)}`;
  const read = accessed === undefined ? '' : ` Retrieved ${writtenDate(accessed)}.`;
  const apa = `${ended(joined(creators))} (${year}). ${what}. SHA-256 ${sha256}.${credit}${read}${csl.URL === undefined ? '' : ` ${csl.URL}`}`;
  return { apa, bibtex: bibtexOf(csl), ris: risOf(csl), csl };
}

/** Where the dataset is found: by its DOI, or else at its address, or else where it is served. */
function addressOf(
  { doi, url }: Pick<Dataset['meta'], 'doi' | 'url'>,
  { served_at }: CitedPart,
): Pick<CslItem, 'DOI' | 'URL'> {
  if (doi !== undefined) return { DOI: doi, URL: `https://doi.org/${doi}` };
  const address = url ?? served_at;
  return address === undefined ? {} : { URL: address };
}

const onlyHere = /^(localhost|.*\.localhost|127\.[\d.]+|0\.0\.0\.0|\[::1?\])$/;

/**
 * The address of a server as it may be cited: undefined where nobody but the machine itself reaches it.
 *
 * @param origin - such as `https://data.example.org`
 * @example
 * citableAddress('https://data.example.org') // => 'https://data.example.org/'
 * @example
 * citableAddress('http://127.0.0.1:8787') // => undefined
 */
export function citableAddress(origin: string | null | undefined): string | undefined {
  const [, host] = /^https?:[/][/]([^/?#@]+?)(?::\d+)?[/]?$/.exec(origin ?? '') ?? [];
  return host === undefined || onlyHere.test(host) ? undefined : `${(origin ?? '').replace(/[/]$/, '')}/`;
}

/** The selection with the number of its records; null where there is none. */
function selectionOf({ view, records }: CitedPart): string | null {
  if (view === undefined || view === '') return null;
  return records === undefined ? view : `${view}, ${records} ${records === 1 ? 'record' : 'records'}`;
}

function noteOf(sha256: string, part: CitedPart): string {
  const selection = selectionOf(part);
  const notes = [
    part.record && `Record ${part.record.id}`,
    selection === null ? undefined : `Selection ${selection}`,
    `SHA-256 ${sha256}`,
    part.credit,
  ];
  return notes.filter(isText).join('; ');
}

function ended(sentence: string): string {
  return /[.!?。！？]$/.test(sentence) ? sentence : `${sentence}.`;
}

const months = 'January February March April May June July August September October November December'.split(' ');

function datePartsOf(date: string): number[] {
  return date.split('-').map(Number);
}

/** A date as the American Psychological Association writes it: November 24, 2026. */
function writtenDate(date: string): string {
  const [year = 0, month, day] = datePartsOf(date);
  if (month === undefined) return String(year);
  const name = months[month - 1] ?? '';
  return day === undefined ? `${name} ${year}` : `${name} ${day}, ${year}`;
}

function titleOf({ id, title }: NonNullable<CitedPart['record']>): string {
  return title ?? `Record ${id}`;
}

function isText(text: string | undefined): text is string {
  return text !== undefined;
}

function joined(creators: readonly string[]): string {
  const last = creators.at(-1) ?? '';
  return creators.length < 2 ? last : `${creators.slice(0, -1).join(', ')}, & ${last}`;
}
