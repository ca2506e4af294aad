import type { Scalar } from '../../query/query.ts';

/** The codes of a column, in the smallest typed array that holds them. */
export type Codes = Uint8Array | Uint16Array | Uint32Array;

/** One property of a list of rows with its values interned: every row has the code of its value. */
export interface Column<Value = readonly Scalar[]> {
  /** The code of each row. */
  readonly codes: Codes;
  /** The value of each code. */
  readonly values: readonly Value[];
}

/**
 * Interns a property of rows, in one pass. Codes count from 0 in the order in which the values are met.
 *
 * @param keyOf - stands for the value: equal where, and only where, the value is
 * @example
 * internColumn(['b', 'a', 'b'], (row) => row, (value) => value).codes; // => Uint8Array [0, 1, 0]
 */
export function internColumn<Row, Value>(
  rows: readonly Row[],
  valueOf: (row: Row) => Value,
  keyOf: (value: Value) => Scalar,
): Column<Value> {
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

/** The column of what follows from the values of another. */
export function derivedColumn<Before, After>(
  { codes, values }: Column<Before>,
  further: (value: Before) => After,
  keyOf: (value: After) => Scalar,
): Column<After> {
  const found = internColumn(values, further, keyOf);
  if (found.values.length === values.length) return { codes, values: found.values };
  return {
    codes: narrowed(
      Uint32Array.from(codes, (code) => found.codes[code] ?? 0),
      found.values.length,
    ),
    values: found.values,
  };
}

function narrowed(codes: Uint32Array, size: number): Codes {
  if (size <= 0x100) return Uint8Array.from(codes);
  return size <= 0x1_0000 ? Uint16Array.from(codes) : codes;
}
