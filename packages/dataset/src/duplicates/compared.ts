import { datePrecision, type DatePrecision, type Frozen, type Program } from '@govexport/schema';
import { daysApart, possibleDays, type PossibleDays } from './possible-days.ts';
import { mostSimilarity, profileSimilarity, type TextProfile } from './text-similarity.ts';

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

/** Starts further apart than this cannot be the same program. */
export const sameWeek = 6;
/** From here on, titles or hosts count as similar. */
const similarTitle = 0.6;
const similarHost = 0.8;

/** A program made ready for comparison. */
export interface Prepared extends PossibleDays {
  readonly id: string;
  readonly precision: DatePrecision;
  /** Named or implied, in order. */
  readonly states: readonly string[];
  readonly title: TextProfile;
  readonly host: TextProfile | null;
  readonly local_host: TextProfile | null;
  /** Where it stands among others in the order of titles. */
  place: number;
}

/** Makes a program ready, with a function that makes its texts ready. */
export function prepared(program: ComparedProgram, profile: (text: string) => TextProfile): Prepared {
  const { id, start, title, host_institution, host_institution_local } = program;
  return {
    id,
    ...possibleDays(start),
    precision: datePrecision(start),
    states: statesOf(program),
    title: profile(title),
    host: host_institution === null ? null : profile(host_institution),
    local_host: host_institution_local === null ? null : profile(host_institution_local),
    place: 0,
  };
}

/** The states of a program, named or implied, in order. */
export function statesOf({
  countries,
  countries_implied,
}: Pick<ComparedProgram, 'countries' | 'countries_implied'>): readonly string[] {
  if (countries_implied.length === 0 && countries.length < 2) return countries;
  return [...new Set([...countries, ...countries_implied])].sort();
}

/** How alike two programs are; null where they cannot be one. */
export function compared(one: Prepared, other: Prepared): PossibleDuplicate | null {
  if (!mayBeAlike(one, other) || !mayBeSameWeek(one, other)) return null;
  const countries = sharedStates(one, other);
  if (countries === 0) return null;
  const title = profileSimilarity(one.title, other.title);
  const host = hostSimilarity(one, other);
  if (title < similarTitle && (host ?? 0) < similarHost) return null;
  const parts = { dates: dateSimilarity(one, other), countries, title, host };
  const known = Object.values(parts).filter((part) => part !== null);
  const score = known.reduce((sum, part) => sum + part, 0) / known.length;
  const ids = one.id < other.id ? ([one.id, other.id] as const) : ([other.id, one.id] as const);
  return { ids, score, parts };
}

/** Whether the lengths of titles or hosts let them be alike. */
function mayBeAlike(one: Prepared, other: Prepared): boolean {
  if (mostSimilarity(one.title, other.title) >= similarTitle) return true;
  const mayShare = (host: TextProfile | null, counterpart: TextProfile | null) =>
    host !== null && counterpart !== null && mostSimilarity(host, counterpart) >= similarHost;
  return mayShare(one.host, other.host) || mayShare(one.local_host, other.local_host);
}

/** A date to the month or the year says that the start lies in it, not beside it. */
function mayBeSameWeek(one: Prepared, other: Prepared): boolean {
  return daysApart(one, other) <= (precisionOf(one, other) === 'day' ? sameWeek : 0);
}

/** The coarser of two precisions. */
function precisionOf(one: Prepared, other: Prepared): DatePrecision {
  const has = (precision: DatePrecision) => one.precision === precision || other.precision === precision;
  return has('year') ? 'year' : has('month') ? 'month' : 'day';
}

const mostAlike = { day: 1, month: 0.5, year: 0.25 };

function dateSimilarity(one: Prepared, other: Prepared): number {
  return mostAlike[precisionOf(one, other)] * (1 - daysApart(one, other) / (sameWeek + 1));
}

function sharedStates({ states: one }: Prepared, { states: other }: Prepared): number | null {
  if (one.length === 0 || other.length === 0) return null;
  const shared = one.filter((state) => other.includes(state)).length;
  return shared / (one.length + other.length - shared);
}

/** Hosts are compared in one language, and the language in which they are most alike counts. */
function hostSimilarity(one: Prepared, other: Prepared): number | null {
  const [host, local] = [similarity(one.host, other.host), similarity(one.local_host, other.local_host)];
  return host === null || local === null ? (host ?? local) : Math.max(host, local);
}

function similarity(one: TextProfile | null, other: TextProfile | null): number | null {
  return one === null || other === null ? null : profileSimilarity(one, other);
}
