import { isKnown } from '@govexport/schema/vocabularies';
import type { ParticipantsResult } from '../results/quantities.ts';
import { count, map, type Plan } from '../query/plan.ts';
import { programsWhere } from './filter-where.ts';
import { inferQuantity, quantityOf, type QuantityCounts } from './quantity.ts';
import type { Filter } from './resolve-filter.ts';
import { exactShare } from './share.ts';

export type { ParticipantsResult };

/** Input of the statistic `participants`, with every default filled in. */
export interface ParticipantsInput extends Filter {
  readonly level: number;
}

/** Whose participants a printed figure counts. */
export type ParticipantsGroup = ParticipantsResult['groups'][number]['group'];

/** A figure as printed, and how many programs have it. */
interface Printed {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly basis: string;
  readonly count: number;
}

const groups: Readonly<Record<ParticipantsGroup, (printed: Printed) => boolean>> = {
  all: () => true,
  recipients_only: ({ basis }) => basis === 'exact' || basis === 'rounded',
  other_countries_too: ({ basis }) => basis === 'includes_other_countries',
};

/** Names of the groups, in the order of tables. */
export const participantsGroups = Object.keys(groups) as [ParticipantsGroup, ...ParticipantsGroup[]];

/** The printed figures of each group, and what their bounds add up to. */
export interface ParticipantsCounts {
  readonly groups: readonly { readonly group: ParticipantsGroup; readonly counts: QuantityCounts }[];
  readonly bounds: ParticipantsResult['bounds'];
}

const printedFigure = {
  value: { field: 'participants.value' },
  low: { field: 'participants.low' },
  high: { field: 'participants.high' },
  basis: { field: 'participants.basis' },
} as const;

/** Counts the printed figures of each group. */
export function planParticipants(input: Filter): Plan<ParticipantsCounts> {
  return map(count({ table: 'programs', where: programsWhere(input), by: printedFigure }), (cells) => {
    const figures = cells.map(({ by, count }) => ({ ...by, count }) as Printed);
    return {
      groups: participantsGroups.map((group) => ({
        group,
        counts: quantityOf(figures.filter(groups[group]).map(({ value, count }) => [value, count])),
      })),
      bounds: boundsOf(figures),
    };
  });
}

/** Adds up the lower and the upper bounds that sources give. A figure that is printed exactly is its own bounds. */
function boundsOf(printed: readonly Printed[]): ParticipantsResult['bounds'] {
  const bounds = { low_total: 0, low_programs: 0, high_total: 0, high_programs: 0, open_ended: 0 };
  for (const { value, low, high, basis, count } of printed) {
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
export function inferParticipants(
  { groups, bounds }: ParticipantsCounts,
  { level }: Pick<ParticipantsInput, 'level'>,
): ParticipantsResult {
  const summaries = groups.map(({ group, counts }) => ({ group, ...inferQuantity(counts, level) }));
  const { n = 0, known = 0 } = summaries[0] ?? {};
  return { n, share_known: exactShare(known, n, { level, n }), groups: summaries, bounds };
}
