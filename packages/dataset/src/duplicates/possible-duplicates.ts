import { datePrecision, type DatePrecision, type Frozen, type Program } from '@govexport/schema';
import { daysApart, possibleDays, type PossibleDays } from './possible-days.ts';
import { profileSimilarity, textProfile, type TextProfile } from './text-similarity.ts';

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

/** Starts further apart than this cannot be the same program. */
const sameWeek = 6;
/** From here on, titles or hosts count as similar. */
const similarTitle = 0.6;
const similarHost = 0.8;

/** What of a program is compared. */
export type ComparedProgram = Pick<
  Frozen<Program>,
  'id' | 'title' | 'start' | 'countries' | 'countries_implied' | 'host_institution' | 'host_institution_local'
>;

/**
 * Pairs of programs that may be one program recorded twice, the most alike first: they began within the same seven
 * days, no state speaks against it (they share one, or one of the two names none), and their titles are alike by
 * 0.6 or their hosts by 0.8 (`textSimilarity`). Where one of the dates is to the month or the year, the other
 * must lie in it. Nothing is merged: a person decides.
 *
 * @example
 * possibleDuplicates({ programs: [] }) // => []
 */
export function possibleDuplicates({
  programs,
}: {
  readonly programs: readonly ComparedProgram[];
}): PossibleDuplicate[] {
  const sorted = programs.map(prepared).sort((a, b) => a.days.first - b.days.first);
  const found = sorted.flatMap((one, index) => {
    const pairs: PossibleDuplicate[] = [];
    for (let at = index + 1; at < sorted.length; at += 1) {
      const other = sorted[at];
      if (other === undefined || other.days.first > one.days.last + sameWeek) break;
      pairs.push(...compared(one, other));
    }
    return pairs;
  });
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
  const one = prepared(program);
  return programs
    .filter(({ id }) => id !== program.id)
    .flatMap((other) => compared(one, prepared(other)))
    .sort(byScore);
}

interface Prepared {
  readonly program: ComparedProgram;
  readonly days: PossibleDays;
  readonly states: ReadonlySet<string>;
  readonly title: TextProfile;
  readonly hosts: readonly (TextProfile | null)[];
}

function prepared(program: ComparedProgram): Prepared {
  const { start, countries, countries_implied, title, host_institution, host_institution_local } = program;
  return {
    program,
    days: possibleDays(start),
    states: new Set([...countries, ...countries_implied]),
    title: textProfile(title),
    hosts: [host_institution, host_institution_local].map((host) => (host === null ? null : textProfile(host))),
  };
}

function compared(one: Prepared, other: Prepared): PossibleDuplicate[] {
  if (!mayBeSameWeek(one, other)) return [];
  const countries = sharedStates(one, other);
  if (countries === 0) return [];
  const title = profileSimilarity(one.title, other.title);
  const host = hostSimilarity(one, other);
  if (title < similarTitle && (host ?? 0) < similarHost) return [];
  const parts = { dates: dateSimilarity(one, other), countries, title, host };
  const known = Object.values(parts).filter((part) => part !== null);
  const score = known.reduce((sum, part) => sum + part, 0) / known.length;
  const [first, second] = [one.program.id, other.program.id].sort() as [string, string];
  return [{ ids: [first, second], score, parts }];
}

/** A date to the month or the year says that the start lies in it, not beside it. */
function mayBeSameWeek(one: Prepared, other: Prepared): boolean {
  return daysApart(one.days, other.days) <= (precisionOf(one, other) === 'day' ? sameWeek : 0);
}

/** The coarser of two precisions. */
function precisionOf(one: Prepared, other: Prepared): DatePrecision {
  const precisions = [one, other].map(({ program }) => datePrecision(program.start));
  return precisions.includes('year') ? 'year' : precisions.includes('month') ? 'month' : 'day';
}

const mostAlike = { day: 1, month: 0.5, year: 0.25 };

function dateSimilarity(one: Prepared, other: Prepared): number {
  return mostAlike[precisionOf(one, other)] * (1 - daysApart(one.days, other.days) / (sameWeek + 1));
}

function sharedStates(one: Prepared, other: Prepared): number | null {
  if (one.states.size === 0 || other.states.size === 0) return null;
  const shared = [...one.states].filter((state) => other.states.has(state)).length;
  return shared / (one.states.size + other.states.size - shared);
}

function hostSimilarity(one: Prepared, other: Prepared): number | null {
  const likeness = one.hosts.flatMap((host, index) => {
    const counterpart = other.hosts[index] ?? null;
    return host === null || counterpart === null ? [] : [profileSimilarity(host, counterpart)];
  });
  return likeness.length === 0 ? null : Math.max(...likeness);
}

function byScore(a: PossibleDuplicate, b: PossibleDuplicate): number {
  if (a.score !== b.score) return b.score - a.score;
  return a.ids.join() < b.ids.join() ? -1 : 1;
}
