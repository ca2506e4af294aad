/** A value that a question may hold, and that an engine may answer with. */
export type Scalar = string | number | boolean | null;

/**
 * Which records a question is about. A condition looks at the values that its key gives a record: one, or of `each` all
 * of them. `in` holds where any of them is one of `values`, also null; `range` where any lies between the ends, both
 * taken in, of which null is open; no unknown value is in a range. `cites` holds where the field, an id or a list of
 * them, names a record of another table that meets a condition, `cited_by` where such a record names this one so.
 */
export type Where =
  | { readonly op: 'range'; readonly key: Key; readonly from: Scalar; readonly to: Scalar }
  | { readonly op: 'in'; readonly key: Key; readonly values: readonly Scalar[] }
  | { readonly op: 'known'; readonly field: string }
  | { readonly op: 'cites' | 'cited_by'; readonly field: string; readonly table: string; readonly where: Where }
  | { readonly op: 'and' | 'or'; readonly of: readonly Where[] }
  | { readonly op: 'not'; readonly of: Where };

/**
 * What records are grouped by, or what a condition looks at. Fields are paths: `participants.value`,
 * `recipient_agencies.name`. `each` counts a record once for each different item of a list and once as null where there is
 * none; `through` takes of the records that the items are ids of a field of their table, `sources.language`. Two keys of
 * `each` give every pair. `list` is the JSON text of the whole list as it stands; `until` cuts each item before
 * the first such text. `size` is the length of a list; `known` is whether the schema says
 * that a value is known; `part` is a piece of a partial date, null where the date does not tell it. The precision is
 * `year`, `month` or `day`. A year that begins in the month `startsIn`, not the first, is named by the year in which it
 * ends.
 */
export type Key =
  | { readonly field: string }
  | { readonly each: string; readonly through?: string }
  | { readonly list: string; readonly until?: string }
  | { readonly size: string }
  | { readonly known: string }
  | { readonly part: 'year' | 'month' | 'precision'; readonly of: string; readonly startsIn?: number };

/** Keys by the name that their values have in a cell. */
export type Keys = Readonly<Record<string, Key>>;

/**
 * How many records have each combination of values; combinations that no record has are left out, so that nothing is
 * found by no key where there is no record.
 */
export interface CountQuery<By extends Keys = Keys> {
  readonly kind: 'count';
  readonly table: string;
  readonly where: Where;
  readonly by: By;
  /** A field of whole numbers whose known values are added up. */
  readonly sum?: string;
}

/** One combination of values, and how many records have it. */
export interface Cell<By extends Keys = Keys> {
  readonly by: { readonly [Name in keyof By]: Scalar };
  readonly count: number;
  readonly sum?: number;
}

/** One field to sort by. Text is ordered by its code units, and unknown values come last in either direction. */
export interface Order {
  /** Gives one value. */
  readonly key: Exclude<Key, { readonly each: string }>;
  readonly direction: 'ascending' | 'descending';
}

/**
 * Fields of the records themselves, each under its path, in an order that the keys of `order` must make complete. Without
 * any the order is not told: ask so only for all that there are.
 */
export interface RowsQuery {
  readonly kind: 'rows';
  readonly table: string;
  readonly where: Where;
  readonly fields: readonly string[];
  readonly order: readonly Order[];
  /** The values of `order` in the last row that was read. */
  readonly after?: readonly Scalar[];
  readonly limit: number;
}

/** A question as data: it can be hashed, kept and sent. */
export type Query = CountQuery | RowsQuery;

/** The condition that every record meets. */
export const everything: Where = { op: 'and', of: [] };
