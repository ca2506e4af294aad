/** Words of vocabularies that stand for the silence of the sources. */
const silentWords: ReadonlySet<unknown> = new Set(['unknown', 'not_shown']);

/**
 * Whether a value tells something: not `null`, not an empty list, not a word for unknown (`unknown`, `not_shown`). A
 * group of fields is known by its `basis`. Nothing else in the code says what is unknown.
 *
 * @example
 * isKnown('not_shown') // => false
 */
export function isKnown(value: unknown): boolean {
  if (value === null || silentWords.has(value)) return false;
  if (Array.isArray(value)) return value.length > 0;
  return typeof value === 'object' && 'basis' in value ? isKnown(value.basis) : true;
}
