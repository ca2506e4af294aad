/** A value that can be told from others by `===`. */
export type Key = string | number | boolean | null;

/** The codes of a column, in the smallest typed array that holds them. */
export type Codes = Uint8Array | Uint16Array | Uint32Array;

/**
 * One property of a list of rows with its values interned: every row has the code of its value. A function of the
 * property alone needs to be asked once for each code, of the row that stands for it.
 */
export interface Column<Row> {
  /** The code of each row. */
  readonly codes: Codes;
  /** For each code the first row that has it. */
  readonly examples: readonly Row[];
}

/**
 * Interns a property of rows, in one pass. Codes count from 0 in the order in which the values are met.
 *
 * @param keyOf - stands for the value: equal where, and only where, the property is
 * @example
 * internColumn(['b', 'a', 'b'], (row) => row).codes; // => Uint8Array [0, 1, 0]
 */
export function internColumn<Row>(rows: readonly Row[], keyOf: (row: Row) => Key): Column<Row> {
  const known = new Map<Key, number>();
  const codes = new Uint32Array(rows.length);
  const examples: Row[] = [];
  rows.forEach((row, index) => {
    const key = keyOf(row);
    let code = known.get(key);
    if (code === undefined) {
      code = examples.length;
      known.set(key, code);
      examples.push(row);
    }
    codes[index] = code;
  });
  return { codes: narrowed(codes, examples.length), examples };
}

function narrowed(codes: Uint32Array, size: number): Codes {
  if (size <= 0x100) return Uint8Array.from(codes);
  return size <= 0x1_0000 ? Uint16Array.from(codes) : codes;
}
