/**
 * Likeness of two texts, 0 to 1: the Sørensen-Dice coefficient of their pairs of neighbouring letters, each pair counted
 * as often as it stands (Dice 1945). Case, width, accents, spaces and punctuation do not count. Pairs rather than words,
 * because Chinese has no spaces. Texts of a single letter are alike or not.
 *
 * @example
 * textSimilarity('Customs seminar', 'customs Seminar!') // => 1
 * @example
 * textSimilarity('公安部', '公安局') // => 0.5
 */
export function textSimilarity(one: string, other: string): number {
  return profileSimilarity(textProfile(one), textProfile(other));
}

/** A text made ready for comparison. */
export interface TextProfile {
  readonly letters: string;
  readonly pairs: ReadonlyMap<string, number>;
  readonly size: number;
}

/** Counts the pairs of neighbouring letters of a text. */
export function textProfile(text: string): TextProfile {
  const letters = Array.from(
    text
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, ''),
  );
  const pairs = new Map<string, number>();
  for (let index = 1; index < letters.length; index += 1) {
    const pair = `${letters[index - 1] ?? ''}${letters[index] ?? ''}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return { letters: letters.join(''), pairs, size: Math.max(0, letters.length - 1) };
}

/** Likeness of two texts that were made ready. */
export function profileSimilarity(one: TextProfile, other: TextProfile): number {
  if (one.letters === other.letters) return 1;
  if (one.size + other.size === 0) return 0;
  let common = 0;
  for (const [pair, times] of one.pairs) common += Math.min(times, other.pairs.get(pair) ?? 0);
  return (2 * common) / (one.size + other.size);
}
