import { remembered } from '../remembered.ts';
import {
  compared,
  prepared,
  sameWeek,
  statesOf,
  type ComparedProgram,
  type PossibleDuplicate,
  type Prepared,
} from './compared.ts';
import { textProfile } from './text-similarity.ts';

/** Comparisons that are made of few programs; of more, each is compared with a fixed number of others. */
const comparisons = 5_000_000;
const fewest = 20;

/** Programs that name no state may be the same as any other. */
const anyState = '';

/**
 * Finds programs that may be one, in blocks: programs of one state, in the order of their first day and, within a day, of
 * their title; then of their host. Up to some 2,000 programs everything is compared; of more, each program is compared with
 * those that stand next to it in either order, so that the work grows with their number and not with its square
 * (sorted neighbourhood, Hernández and Stolfo 1995).
 *
 * @param found - called with each pair, once
 * @returns whether every pair that may be one was compared
 */
export function findDuplicates(
  programs: readonly ComparedProgram[],
  found: (pair: PossibleDuplicate) => void,
): boolean {
  const nearest = Math.max(fewest, Math.floor(comparisons / Math.max(1, programs.length)));
  const profile = remembered(textProfile);
  const searches = [...blocksOf(programs)].map(([state, members]) =>
    searchBlock(
      members.map((program) => prepared(program, profile)),
      { state, nearest, found },
    ),
  );
  return searches.every(Boolean);
}

function blocksOf(programs: readonly ComparedProgram[]): Map<string, readonly ComparedProgram[]> {
  const blocks = new Map<string, ComparedProgram[]>();
  let isAnyWithout = false;
  for (const program of programs) {
    const states = statesOf(program);
    isAnyWithout ||= states.length === 0;
    for (const state of states) {
      const members = blocks.get(state) ?? [];
      blocks.set(state, members);
      members.push(program);
    }
  }
  return isAnyWithout ? new Map([...blocks, [anyState, programs]]) : blocks;
}

interface Search {
  readonly state: string;
  readonly nearest: number;
  readonly found: (pair: PossibleDuplicate) => void;
}

function searchBlock(members: readonly Prepared[], search: Search): boolean {
  const byTitle = members.toSorted(byDayAnd(({ title }) => title.letters));
  if (comparedNext(byTitle, search, () => false)) return true;
  for (const [place, member] of byTitle.entries()) member.place = place;
  const wasCompared = (one: Prepared, other: Prepared) => Math.abs(one.place - other.place) <= search.nearest;
  const byHost = members.filter((member) => hostOf(member) !== '').toSorted(byDayAnd(hostOf));
  comparedNext(byHost, search, wasCompared);
  return false;
}

/** Compares each member with those that stand behind it; whether that were all that may be the same. */
function comparedNext(
  members: readonly Prepared[],
  { state, nearest, found }: Search,
  wasCompared: (one: Prepared, other: Prepared) => boolean,
): boolean {
  let isWhole = true;
  for (const [place, one] of members.entries()) {
    for (let next = place + 1; next < members.length; next += 1) {
      const other = members[next];
      if (other === undefined || other.first > one.last + sameWeek) break;
      if (next - place > nearest) {
        isWhole = false;
        break;
      }
      if (!isOfBlock(state, one, other) || wasCompared(one, other)) continue;
      const pair = compared(one, other);
      if (pair !== null) found(pair);
    }
  }
  return isWhole;
}

/** Two programs that share several states meet in the block of the first of these alone. */
function isOfBlock(state: string, { states: one }: Prepared, { states: other }: Prepared): boolean {
  if (state === anyState) return one.length === 0 || other.length === 0;
  if (one.length === 1 || other.length === 1) return true;
  return one.find((shared) => other.includes(shared)) === state;
}

function byDayAnd(textOf: (member: Prepared) => string): (one: Prepared, other: Prepared) => number {
  return (one, other) => {
    if (one.first !== other.first) return one.first - other.first;
    const [text, otherText] = [textOf(one), textOf(other)];
    if (text !== otherText) return text < otherText ? -1 : 1;
    return one.id < other.id ? -1 : 1;
  };
}

function hostOf({ host, local_host }: Prepared): string {
  return (host ?? local_host)?.letters ?? '';
}
