import type { Dataset } from '@govexport/schema';
import type { Estimate } from '../estimate.ts';
import { summarise, type QuantitySummary } from './quantity.ts';
import type { Filter } from './resolve-filter.ts';
import { selectPrograms, type FrozenProgram } from './select-programs.ts';
import { exactShare } from './share.ts';

/** Input of the statistic `participants`, with every default filled in. */
export interface ParticipantsInput extends Filter {
  readonly level: number;
}

/** Whose participants a printed figure counts. */
export type ParticipantsGroup = 'all' | 'recipients_only' | 'other_countries_too';

/** Result of the statistic `participants`. */
export interface ParticipantsResult {
  n: number;
  share_known: Estimate;
  groups: ({ group: ParticipantsGroup } & QuantitySummary)[];
  bounds: { low_total: number; low_programs: number; high_total: number; high_programs: number; open_ended: number };
}

const groups: Readonly<Record<ParticipantsGroup, (program: FrozenProgram) => boolean>> = {
  all: () => true,
  recipients_only: ({ participants: { basis } }) => basis === 'exact' || basis === 'rounded',
  other_countries_too: ({ participants: { basis } }) => basis === 'includes_other_countries',
};

/** Names of the groups, in the order of tables. */
export const participantsGroups = Object.keys(groups) as [ParticipantsGroup, ...ParticipantsGroup[]];

/** The printed figures of each group. */
export function tabulateParticipants(programs: readonly FrozenProgram[]) {
  return participantsGroups.map((group) => ({
    group,
    values: programs.filter(groups[group]).map(({ participants }) => participants.value),
  }));
}

/** Adds up the lower and the upper bounds that sources give. A figure that is printed exactly is its own bounds. */
export function tabulateBounds(programs: readonly FrozenProgram[]): ParticipantsResult['bounds'] {
  const figures = programs.map(({ participants }) => participants).filter(({ basis }) => basis !== 'unknown');
  const lows = figures.map(({ value, low }) => low ?? value).filter((value) => value !== null);
  const highs = figures.map(({ high }) => high).filter((value) => value !== null);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  return {
    low_total: sum(lows),
    low_programs: lows.length,
    high_total: sum(highs),
    high_programs: highs.length,
    open_ended: figures.length - highs.length,
  };
}

/**
 * How many people took part, as far as sources print it.
 *
 * @example
 * computeParticipants(dataset, input).groups[0]?.median; // of all programs with a printed figure
 */
export function computeParticipants(dataset: Dataset, input: ParticipantsInput): ParticipantsResult {
  const programs = selectPrograms(dataset, input);
  const summaries = tabulateParticipants(programs).map(({ group, values }) => ({
    group,
    ...summarise(values, input.level),
  }));
  const n = programs.length;
  const known = summaries[0]?.known ?? 0;
  return {
    n,
    share_known: exactShare(known, n, { level: input.level, n }),
    groups: summaries,
    bounds: tabulateBounds(programs),
  };
}
