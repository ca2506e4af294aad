/**
 * The part of a query that belongs to the canonical address: a statistic is another one with another input, while a list
 * stays the same list however it is chosen and sorted.
 *
 * @example
 * canonicalQuery('/statistics/share', '?attribute=security_related') // => '?attribute=security_related'
 */
export function canonicalQuery(path: string, search: string): string {
  return path.startsWith('/statistics/') ? search : '';
}
