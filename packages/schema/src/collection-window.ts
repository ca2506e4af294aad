/** What a dataset says of its search; the schema of it stands in `DatasetMeta`. */
interface Collection {
  readonly collected?: { readonly from: string | null; readonly to: string | null } | undefined;
  readonly year_published: number;
}

/** The years in which a dataset can know of something. */
export interface CollectionWindow {
  /** First year; null where the search had no stated begin. */
  readonly from: number | null;
  /** Last year: that of the end of the search or, where it is not told, of the publication. */
  readonly to: number;
  /** The last year where the search ended within it; null where it was searched to its end, or where that is not known. */
  readonly incomplete: number | null;
}

const yearOf = (date: string): number => Number(date.slice(0, 4));

/** Whether a partial date is, or may be, the last of its year. */
const endsYear = (date: string): boolean => date.length === 4 || date.slice(5) === '12' || date.slice(5) === '12-31';

/**
 * The years that the collection of a dataset takes in. A date after them is a mistake or an announcement, and a year that
 * the search did not reach the end of counts too few records.
 *
 * @example
 * collectionWindow({ collected: { from: '2003', to: '2025-06' }, year_published: 2026 })
 * // => { from: 2003, to: 2025, incomplete: 2025 }
 */
export function collectionWindow({ collected, year_published }: Collection): CollectionWindow {
  const [from, end] = [collected?.from ?? null, collected?.to ?? null];
  const to = end === null ? year_published : yearOf(end);
  return {
    from: from === null ? null : yearOf(from),
    to,
    incomplete: end === null || endsYear(end) ? null : to,
  };
}
