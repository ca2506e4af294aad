/**
 * The end of a sentence about a name that does not exist: the most similar one, or all there are.
 *
 * @example
 * alternative('trnd', ['overview', 'trend']) // => 'did you mean trend?'
 * alternative('xyz', ['overview', 'trend']) // => 'allowed is one of overview, trend.'
 */
export function alternative(given: string, names: readonly string[]): string {
  const [nearest] = names
    .map((name) => ({ name, distance: distance(given.toLowerCase(), name) }))
    .filter((candidate) => candidate.distance <= Math.max(1, Math.floor(candidate.name.length / 3)))
    .sort((a, b) => a.distance - b.distance);
  return nearest === undefined ? `allowed is one of ${names.join(', ')}.` : `did you mean ${nearest.name}?`;
}

/** How many letters must be added, left out or replaced. */
function distance(from: string, to: string): number {
  // Far longer texts are no misspelling; they are not worth the comparison.
  if (Math.abs(from.length - to.length) > to.length) return Infinity;
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [index, letter] of Array.from(from).entries()) {
    const above = row;
    row = [index + 1];
    for (const [column, wanted] of Array.from(to).entries()) {
      const replaced = (above[column] ?? 0) + (letter === wanted ? 0 : 1);
      row.push(Math.min(replaced, (above[column + 1] ?? 0) + 1, (row[column] ?? 0) + 1));
    }
  }
  return row.at(-1) ?? 0;
}
