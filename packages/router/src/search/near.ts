/**
 * Whether one word becomes another by at most so many letters added, left out or replaced (Levenshtein 1966).
 *
 * @example
 * isNear('seminar', 'semniar', 2) // => true
 * @example
 * isNear('seminar', 'semniar', 1) // => false
 */
export function isNear(one: string, other: string, most: number): boolean {
  if (Math.abs(one.length - other.length) > most) return false;
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let place = 1; place <= one.length; place += 1) {
    const next = [place];
    for (let index = 1; index <= other.length; index += 1) {
      const replaced = (row[index - 1] ?? 0) + (one[place - 1] === other[index - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[index] ?? 0) + 1, (next[index - 1] ?? 0) + 1));
    }
    if (Math.min(...next) > most) return false;
    row = next;
  }
  return (row[other.length] ?? 0) <= most;
}
