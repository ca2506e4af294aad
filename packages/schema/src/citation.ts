import { bibtexOf, risOf } from './citation-formats.ts';
import type { Dataset } from './dataset.ts';

/** What of a dataset is cited: nothing given, the whole; a record; or the part that a query chose. */
export interface CitedPart {
  /** A record, by its id and, where it has one, its title. */
  readonly record?: { readonly id: string; readonly title?: string | null };
  /** The query string of a filtered view, without the question mark. */
  readonly view?: string;
}

/** A citation as CSL-JSON, the form that reference managers exchange. */
export interface CslItem {
  readonly id: string;
  readonly type: 'dataset';
  readonly title: string;
  readonly author: readonly { readonly literal: string }[];
  readonly issued: { readonly 'date-parts': readonly (readonly number[])[] };
  readonly version: string;
  readonly 'container-title'?: string;
  readonly note: string;
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
 * so that the numbers can be found again; no clock is read.
 *
 * @param dataset - whose `meta` and `sha256` are cited
 * @param part - what of it
 * @example
 * const meta = { name: 'mine', title: 'Mine', version: '1.0.0', creators: ['Us'], year_published: 2026 }
 * citationOf({ meta, sha256: 'ab12' }).apa // => 'Us. (2026). Mine (Version 1.0.0) [Data set]. SHA-256 ab12.'
 */
export function citationOf({ meta, sha256 }: Pick<Dataset, 'meta' | 'sha256'>, part: CitedPart = {}): Citation {
  const { title, version, creators, year_published: year } = meta;
  const { record } = part;
  const view = part.view === '' ? undefined : part.view;
  const whole = `${title} (Version ${version}${view === undefined ? '' : `; selection ${view}`}) [Data set]`;
  const what = record === undefined ? whole : `${titleOf(record)} (Record ${record.id}). In ${whole}`;
  const notes = [record && `Record ${record.id}`, view && `Selection ${view}`, `SHA-256 ${sha256}`];
  const csl: CslItem = {
    id: [meta.name, version, record?.id, view && 'selection'].filter(isText).join('-'),
    type: 'dataset',
    title: record === undefined ? title : titleOf(record),
    author: creators.map((literal) => ({ literal })),
    issued: { 'date-parts': [[year]] },
    version,
    ...(record === undefined ? {} : { 'container-title': title }),
    note: notes.filter(isText).join('; '),
  };
  const apa = `${joined(creators)}. (${year}). ${what}. SHA-256 ${sha256}.`;
  return { apa, bibtex: bibtexOf(csl), ris: risOf(csl), csl };
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
