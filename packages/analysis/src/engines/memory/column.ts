import type { Scalar } from '../../query/query.ts';

/** The codes of rows, in the smallest typed array that holds them. */
export type Codes = Uint8Array | Uint16Array | Uint32Array;

/** A list of rows by one property: every row has the code of its value, below `size`. */
export interface Coded {
  readonly codes: Codes;
  readonly size: number;
}

/** The values that a key gives rows: of each code one, or several of a list. */
export interface Column extends Coded {
  /** The different values. */
  readonly items: readonly Scalar[];
  /** The places of a code's values among them; null where each code has one, at its own place. */
  readonly places: readonly (readonly number[])[] | null;
}

/** A property of rows with its values interned. */
interface Interned<Value> {
  readonly codes: Codes;
  /** The value of each code. */
  readonly values: readonly Value[];
}

/**
 * Interns a property of rows, in one pass. Codes count from 0 in the order in which the values are met.
 *
 * @param keyOf - stands for the value: equal where, and only where, the value is
 * @example
 * [...intern(['b', 'a', 'b'], (row) => row, (value) => value).codes]; // [0, 1, 0]
 */
export function intern<Row, Value>(
  rows: readonly Row[],
  valueOf: (row: Row) => Value,
  keyOf: (value: Value) => Scalar,
): Interned<Value> {
  const known = new Map<Scalar, number>();
  const codes = new Uint32Array(rows.length);
  const values: Value[] = [];
  rows.forEach((row, index) => {
    const value = valueOf(row);
    const key = keyOf(value);
    let code = known.get(key);
    if (code === undefined) {
      code = values.length;
      known.set(key, code);
      values.push(value);
    }
    codes[index] = code;
  });
  return { codes: narrowed(codes, values.length), values };
}

/** The column of one value for each row. */
export function columnOfValues<Row>(rows: readonly Row[], valueOf: (row: Row) => Scalar): Column {
  const { codes, values } = intern(rows, valueOf, (value) => value);
  return { codes, size: values.length, items: values, places: null };
}

/** The column of lists by code. Of each the different items count, and an empty one counts as null. */
export function columnOfLists(codes: Codes, lists: readonly (readonly Scalar[])[]): Column {
  const known = new Map<Scalar, number>();
  const placeOf = (item: Scalar): number => {
    const place = known.get(item) ?? known.size;
    known.set(item, place);
    return place;
  };
  const places = lists.map((list) => (list.length === 0 ? [placeOf(null)] : [...new Set(list.map(placeOf))]));
  return { codes, size: lists.length, items: [...known.keys()], places };
}

/** For each code whether any of its values passes. */
export function passing({ items, places }: Column, passes: (item: Scalar) => boolean): Uint8Array {
  const passed = flags(items, passes);
  return places === null ? passed : flags(places, (list) => list.some((place) => passed[place] === 1));
}

/** `Uint8Array.from` takes five times as long. */
function flags<Value>(values: readonly Value[], passes: (value: Value) => boolean): Uint8Array {
  const found = new Uint8Array(values.length);
  values.forEach((value, index) => {
    if (passes(value)) found[index] = 1;
  });
  return found;
}

function narrowed(codes: Uint32Array, size: number): Codes {
  if (size <= 0x100) return Uint8Array.from(codes);
  return size <= 0x1_0000 ? Uint16Array.from(codes) : codes;
}
