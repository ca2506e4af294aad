import type { Dataset } from '@govexport/schema';
import type { Estimate } from '../estimate.ts';
import { attributes } from '../columns/program-columns.ts';
import { clopperPearsonInterval, wilsonInterval } from '../numeric/binomial-interval.ts';
import type { ShareResult } from '../results/shares.ts';
import { computed, notComputable } from './interval-estimate.ts';
import type { Filter } from './resolve-filter.ts';
import { countField } from './count-programs.ts';
import { select, type Selection } from './select-programs.ts';

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
export function tabulateShare(selection: Selection, attribute: Attribute): ShareCounts {
  const counts = { yes: 0, no: 0, unknown: 0 };
  for (const { example, count } of countField(selection, attribute)) {
    const value = example[attribute];
    counts[value === null ? 'unknown' : value ? 'yes' : 'no'] += count;
  }
  return counts;
}

/**
 * Share of yes among the known values, with the exact and the score interval, and the share if every unknown value were
 * no or yes: the worst-case bounds of Manski, each with its own exact interval.
 */
export function inferShare({ yes, no, unknown }: ShareCounts, level: number): ShareResult {
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

/**
 * Share of the programs in scope that have an attribute.
 *
 * @example
 * computeShare(dataset, { ...input, attribute: 'security_related' }).unknown; // programs whose sources are silent
 */
export function computeShare(dataset: Dataset, input: ShareInput): ShareResult {
  return inferShare(tabulateShare(select(dataset, input), input.attribute), input.level);
}
