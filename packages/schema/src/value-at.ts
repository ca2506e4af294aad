/**
 * What lies at a path within a value; `undefined` where the path leads nowhere.
 *
 * @param value - a value of any depth
 * @param path - keys from the outside to the inside
 * @example
 * valueAt({ participants: { low: 20 } }, ['participants', 'low']) // => 20
 */
export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (holder, key) => (holder as Record<PropertyKey, unknown> | null | undefined)?.[key],
    value,
  );
}

/** A field of an unchecked record, or `null`. */
export function valueIn(record: unknown, field: string): unknown {
  return typeof record === 'object' && record !== null
    ? ((record as Readonly<Record<string, unknown>>)[field] ?? null)
    : null;
}
