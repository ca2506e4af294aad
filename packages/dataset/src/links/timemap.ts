import LinkHeader from 'http-link-header';
import { fetchPage, NoPage, type Asking } from './fetch-page.ts';

/** A copy of a page in an archive. */
export interface ArchivedCopy {
  readonly url: string;
  /** When it was taken, as YYYY-MM-DD. */
  readonly date: string;
}

/**
 * The copy of an address that was taken nearest to a day, of those that a TimeMap service names.
 *
 * Method: Memento, RFC 7089, section 5: a list of links with the relation `memento` and a datetime.
 *
 * @param service - address of the service, before that of the page
 * @param day - YYYY, YYYY-MM or YYYY-MM-DD
 * @returns null where the service knows none, or does not answer
 * @example
 * typeof nearestCopy // => 'function'
 */
export async function nearestCopy(service: string, page: Wanted, asking: Asking): Promise<ArchivedCopy | null> {
  try {
    const { status, content } = await fetchPage(`${service}${page.url}`, asking);
    if (status !== 200 || content === null) return null;
    const wanted = Date.parse(page.day);
    const distance = ({ date }: ArchivedCopy) => Math.abs(Date.parse(date) - wanted);
    const copies = copiesIn(new TextDecoder().decode(content));
    return copies.reduce<ArchivedCopy | null>(
      (best, copy) => (best === null || distance(copy) < distance(best) ? copy : best),
      null,
    );
  } catch (error) {
    if (error instanceof NoPage) return null;
    throw error;
  }
}

/** The page whose copy is wanted, and when it was as it should be. */
export interface Wanted {
  readonly url: string;
  readonly day: string;
}

/**
 * The copies that a TimeMap in the link format names.
 *
 * @example
 * copiesIn('<https://a.example/1>; rel="first memento"; datetime="Tue, 20 Jun 2000 18:02:59 GMT"')
 * // => [{ url: 'https://a.example/1', date: '2000-06-20' }]
 */
export function copiesIn(text: string): ArchivedCopy[] {
  const { refs } = parsed(text);
  return refs.flatMap(({ uri, rel, datetime = '' }) => {
    const at = new Date(datetime);
    const isCopy = rel.split(' ').includes('memento') && /^https?:/.test(uri) && !Number.isNaN(at.getTime());
    return isCopy ? [{ url: uri, date: at.toISOString().slice(0, 10) }] : [];
  });
}

function parsed(text: string): Pick<LinkHeader, 'refs'> {
  try {
    return LinkHeader.parse(text.replace(/\s*\n\s*/g, ' ').trim());
  } catch {
    // What is no list of links names no copy.
    return { refs: [] };
  }
}
