import { compared, prepared, type ComparedProgram, type PossibleDuplicate } from './compared.ts';
import { findDuplicates } from './find-duplicates.ts';
import { textProfile } from './text-similarity.ts';

/**
 * Pairs of programs that may be one program recorded twice, the most alike first: they began within the same seven
 * days, no state speaks against it (they share one, or one of the two names none), and their titles are alike by
 * 0.6 or their hosts by 0.8 (`textSimilarity`). Where one of the dates is to the month or the year, the other
 * must lie in it. Nothing is merged: a person decides. Of many programs, those are compared that lie next to one another;
 * see `findDuplicates`.
 *
 * @example
 * possibleDuplicates({ programs: [] }) // => []
 */
export function possibleDuplicates({
  programs,
}: {
  readonly programs: readonly ComparedProgram[];
}): PossibleDuplicate[] {
  const found: PossibleDuplicate[] = [];
  findDuplicates(programs, (pair) => found.push(pair));
  return found.sort(byScore);
}

/**
 * Programs that may be the same as one that is not among them yet, the most alike first.
 *
 * @example
 * duplicatesOf(loadDataset().programs[0], loadDataset()).map(({ ids }) => ids) // => []
 */
export function duplicatesOf(
  program: ComparedProgram,
  { programs }: { readonly programs: readonly ComparedProgram[] },
): PossibleDuplicate[] {
  const one = prepared(program, textProfile);
  return programs
    .filter(({ id }) => id !== program.id)
    .map((other) => compared(one, prepared(other, textProfile)))
    .filter((pair) => pair !== null)
    .sort(byScore);
}

/** The most alike first; pairs that are equally alike in the order of their ids. */
export function byScore(a: PossibleDuplicate, b: PossibleDuplicate): number {
  if (a.score !== b.score) return b.score - a.score;
  return a.ids.join() < b.ids.join() ? -1 : 1;
}
