import type { Dataset } from '@govexport/schema';
import { isKnown } from '@govexport/schema/vocabularies';
import type { ParticipantsResult } from '../results/quantities.ts';
import { countField, type FieldCount } from './count-programs.ts';
import { inferQuantity, tabulateQuantity, type QuantityCounts } from './quantity.ts';
import type { Filter } from './resolve-filter.ts';
import { select, type FrozenProgram, type Selection } from './select-programs.ts';
import { exactShare } from './share.ts';

export type { ParticipantsResult };

/** Input of the statistic `participants`, with every default filled in. */
export interface ParticipantsInput extends Filter {
  readonly level: number;
}

/** Whose participants a printed figure counts. */
export type ParticipantsGroup = ParticipantsResult['groups'][number]['group'];

const groups: Readonly<Record<ParticipantsGroup, (program: FrozenProgram) => boolean>> = {
  all: () => true,
  recipients_only: ({ participants: { basis } }) => basis === 'exact' || basis === 'rounded',
  other_countries_too: ({ participants: { basis } }) => basis === 'includes_other_countries',
};

/** Names of the groups, in the order of tables. */
export const participantsGroups = Object.keys(groups) as [ParticipantsGroup, ...ParticipantsGroup[]];

/** The printed figures of each group, and what their bounds add up to. */
export interface ParticipantsCounts {
  readonly groups: readonly { readonly group: ParticipantsGroup; readonly counts: QuantityCounts }[];
  readonly bounds: ParticipantsResult['bounds'];
}

/** Counts the printed figures of each group. */
export function tabulateParticipants(selection: Selection): ParticipantsCounts {
  const printed = countField(selection, 'participants');
  return {
    groups: participantsGroups.map((group) => ({
      group,
      counts: tabulateQuantity(
        printed.filter(({ example }) => groups[group](example)),
        ({ participants }) => participants.value,
      ),
    })),
    bounds: boundsOf(printed),
  };
}

/** Adds up the lower and the upper bounds that sources give. A figure that is printed exactly is its own bounds. */
function boundsOf(printed: readonly FieldCount[]): ParticipantsResult['bounds'] {
  const bounds = { low_total: 0, low_programs: 0, high_total: 0, high_programs: 0, open_ended: 0 };
  for (const { example, count } of printed) {
    const { value, low, high, basis } = example.participants;
    if (!isKnown(basis)) continue;
    const least = low ?? value;
    if (least !== null) {
      bounds.low_total += least * count;
      bounds.low_programs += count;
    }
    if (high === null) {
      bounds.open_ended += count;
    } else {
      bounds.high_total += high * count;
      bounds.high_programs += count;
    }
  }
  return bounds;
}

/** Adds order statistics and intervals. */
export function inferParticipants({ groups, bounds }: ParticipantsCounts, level: number): ParticipantsResult {
  const summaries = groups.map(({ group, counts }) => ({ group, ...inferQuantity(counts, level) }));
  const { n = 0, known = 0 } = summaries[0] ?? {};
  return { n, share_known: exactShare(known, n, { level, n }), groups: summaries, bounds };
}

/**
 * How many people took part, as far as sources print it.
 *
 * @example
 * computeParticipants(dataset, input).groups[0]?.median; // of all programs with a printed figure
 */
export function computeParticipants(dataset: Dataset, input: ParticipantsInput): ParticipantsResult {
  return inferParticipants(tabulateParticipants(select(dataset, input)), input.level);
}
