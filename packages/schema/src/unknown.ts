/** Words of vocabularies that stand for the silence of the sources. */
export const silentWords: readonly string[] = ['unknown', 'not_shown'];

const silent: ReadonlySet<unknown> = new Set(silentWords);

/**
 * Whether a value tells something: not `null`, not an empty list, not a word for unknown (`unknown`, `not_shown`). A
 * group of fields is known by its `basis`. Nothing else in the code says what is unknown.
 *
 * @example
 * isKnown('not_shown') // => false
 */
export function isKnown(value: unknown): boolean {
  if (value === null || silent.has(value)) return false;
  if (Array.isArray(value)) return value.length > 0;
  return typeof value === 'object' && 'basis' in value ? isKnown(value.basis) : true;
}
