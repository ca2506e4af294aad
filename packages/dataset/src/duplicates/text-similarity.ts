import { remembered } from '../remembered.ts';

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
  /** Number of pairs of neighbouring letters. */
  readonly size: number;
}

/** The letters and digits of a text. */
export function textProfile(text: string): TextProfile {
  const letters = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return { letters, size: Math.max(0, Array.from(letters).length - 1) };
}

/** Above every code point. */
const codePoints = 0x110000;

/** The pairs of neighbouring letters as numbers, in order of size, each as often as it stands. */
const pairsOf = remembered((letters: string) => {
  const codes = Array.from(letters, (letter) => letter.codePointAt(0) ?? 0);
  const pairs = new Float64Array(Math.max(0, codes.length - 1));
  for (let at = 0; at < pairs.length; at += 1) pairs[at] = (codes[at] ?? 0) * codePoints + (codes[at + 1] ?? 0);
  return pairs.sort();
});

/** Likeness of two texts that were made ready. */
export function profileSimilarity(one: TextProfile, other: TextProfile): number {
  if (one.letters === other.letters) return 1;
  const pairs = one.size + other.size;
  return pairs === 0 ? 0 : (2 * commonPairs(pairsOf(one.letters), pairsOf(other.letters))) / pairs;
}

/** What the likeness of two texts cannot be above, by their lengths alone. */
export function mostSimilarity({ size: one }: TextProfile, { size: other }: TextProfile): number {
  return one + other === 0 ? 1 : (2 * Math.min(one, other)) / (one + other);
}

function commonPairs(one: Float64Array, other: Float64Array): number {
  let common = 0;
  let at = 0;
  let beside = 0;
  while (at < one.length && beside < other.length) {
    const difference = (one[at] ?? 0) - (other[beside] ?? 0);
    if (difference === 0) common += 1;
    if (difference <= 0) at += 1;
    if (difference >= 0) beside += 1;
  }
  return common;
}
