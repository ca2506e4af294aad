import type { Estimate } from '../estimate.ts';
import { clopperPearsonInterval, wilsonInterval } from '../numeric/binomial-interval.ts';
import type { ShareResult } from '../results/shares.ts';
import { map, type Plan } from '../query/plan.ts';
import type { Where } from '../query/query.ts';
import { attributes } from '../program-fields.ts';
import { programsWhere } from './filter-where.ts';
import { computed, notComputable } from './interval-estimate.ts';
import type { Filter } from './resolve-filter.ts';
import { tally } from './tallies.ts';

export { attributes, type ShareResult };

/** Name of a yes/no/unknown attribute. */
export type Attribute = (typeof attributes)[number];

/** Input of the statistic `share`, with every default filled in. */
export interface ShareInput extends Filter {
  readonly level: number;
  readonly attribute: Attribute;
}

/** Programs by what is known of an attribute. */
export interface ShareCounts {
  readonly yes: number;
  readonly no: number;
  readonly unknown: number;
}

/** Counts the programs for which the attribute is true, false and unknown. */
export function planShare(input: Omit<ShareInput, 'level'>): Plan<ShareCounts> {
  return planShareWhere(programsWhere(input), input.attribute);
}

/** The same of the programs that meet a condition. */
export function planShareWhere(where: Where, attribute: Attribute): Plan<ShareCounts> {
  return map(tally('programs', where, { field: attribute }), (programs) => ({
    yes: programs.get(true) ?? 0,
    no: programs.get(false) ?? 0,
    unknown: programs.get(null) ?? 0,
  }));
}

/**
 * Share of yes among the known values, with the exact and the score interval, and the share if every unknown value were
 * no or yes: the worst-case bounds of Manski, each with its own exact interval.
 */
export function inferShare({ yes, no, unknown }: ShareCounts, { level }: Pick<ShareInput, 'level'>): ShareResult {
  const n = yes + no + unknown;
  const known = yes + no;
  return {
    n,
    yes,
    no,
    unknown,
    clopper_pearson: exactShare(yes, known, { level, n }),
    wilson:
      known === 0 ? missing(n) : computed(yes / known, wilsonInterval(yes, known, level), { method: 'wilson', level }),
    if_unknown_are_no: exactShare(yes, n, { level, n }),
    if_unknown_are_yes: exactShare(yes + unknown, n, { level, n }),
  };
}

/** A share with its Clopper-Pearson interval, or why there is none. `n` counts the programs in scope. */
export function exactShare(part: number, whole: number, { level, n }: { level: number; n: number }): Estimate {
  if (whole === 0) return missing(n);
  return computed(part / whole, clopperPearsonInterval(part, whole, level), { method: 'clopper-pearson', level });
}

function missing(n: number): Estimate {
  return notComputable(n === 0 ? 'no-records' : 'no-known-values', 0, 1);
}
