/** A value that a question may hold, and that an engine may answer with. */
export type Scalar = string | number | boolean | null;

/**
 * Which records a question is about. `range` takes both ends in, null leaves an end open, and no record whose value is
 * unknown is in one; `in` of a list field holds where any item is one of the values.
 */
export type Where =
  | { readonly op: 'range'; readonly key: Key; readonly from: Scalar; readonly to: Scalar }
  | { readonly op: 'in'; readonly key: Key; readonly values: readonly Scalar[] }
  | { readonly op: 'known'; readonly field: string }
  | { readonly op: 'and' | 'or'; readonly of: readonly Where[] }
  | { readonly op: 'not'; readonly of: Where };

/**
 * What records are grouped by, or what a condition looks at. `each` counts a record once for each item of a list and
 * once as null where the list is empty; `size` is the length of a list; `known` is whether the schema says that a value
 * is known; `part` is a piece of a partial date, a year beginning in the month `startsIn`.
 */
export type Key =
  | { readonly field: string }
  | { readonly each: string; readonly through?: string }
  | { readonly size: string }
  | { readonly known: string }
  | { readonly part: 'year' | 'month' | 'precision'; readonly of: string; readonly startsIn?: number };

/** Keys by the name that their values have in a cell. */
export type Keys = Readonly<Record<string, Key>>;

/** How many records have each combination of values; combinations that no record has are left out. */
export interface CountQuery<By extends Keys = Keys> {
  readonly kind: 'count';
  readonly table: string;
  readonly where: Where;
  readonly by: By;
  /** A field of whole numbers whose known values are added up. */
  readonly sum?: string;
  /** A field whose different values are counted. */
  readonly distinct?: string;
}

/** One combination of values, and how many records have it. */
export interface Cell<By extends Keys = Keys> {
  readonly by: { readonly [Name in keyof By]: Scalar };
  readonly count: number;
  readonly sum?: number;
  readonly distinct?: number;
}

/** One field to sort by. Text is ordered by its code units, and unknown values come last in either direction. */
export interface Order {
  readonly key: Key;
  readonly direction: 'ascending' | 'descending';
}

/** Fields of the records themselves, in an order that the fields of `order` must make complete. */
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
