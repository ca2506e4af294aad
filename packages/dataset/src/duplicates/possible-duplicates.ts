import type { Frozen, Program } from '@govexport/schema';
import { compared, prepared } from './compared.ts';
import { findDuplicates } from './find-duplicates.ts';
import { textProfile } from './text-similarity.ts';

/** How alike two programs are in what tells programs apart, each 0 to 1. */
export interface DuplicateParts {
  /** 1 for the same day, less by a seventh for each day apart; 0.5 for the same month and 0.25 for the same year. */
  readonly dates: number;
  /** Shared states of all states named or implied; null where one of the two has none. */
  readonly countries: number | null;
  /** Likeness of the titles. */
  readonly title: number;
  /** Likeness of the host institutions, in English or Chinese; null where one of the two is unknown. */
  readonly host: number | null;
}

/** Two programs that may be the same one. */
export interface PossibleDuplicate {
  /** Their ids, in order. */
  readonly ids: readonly [string, string];
  /** Mean of the known parts, 0 to 1. It ranks pairs; it is no probability. */
  readonly score: number;
  readonly parts: DuplicateParts;
}

/** What of a program is compared. */
export type ComparedProgram = Pick<
  Frozen<Program>,
  'id' | 'title' | 'start' | 'countries' | 'countries_implied' | 'host_institution' | 'host_institution_local'
>;

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
