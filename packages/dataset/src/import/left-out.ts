import { leftOutBy, scopeOf, type Dataset } from '@govexport/schema';

/** What the scope that statistics ask by default leaves out of a dataset. */
export interface LeftOut {
  readonly scope: string;
  readonly counted: number;
  /** Each record under the first condition that leaves it out. */
  readonly reasons: readonly { readonly reason: string; readonly programs: number }[];
}

/**
 * How many programs count in the default scope, and which condition leaves out the others. A value that is unknown is named
 * as such: a scope asks for what is known.
 *
 * @example
 * const { counted, reasons } = leftOutOfScope(loadDataset())
 * counted + reasons.reduce((sum, { programs }) => sum + programs, 0) === loadDataset().programs.length // => true
 */
export function leftOutOfScope({ meta, programs }: Pick<Dataset, 'meta' | 'programs'>): LeftOut {
  const name = meta.default_scope;
  const scope = scopeOf(meta, name);
  const reasons = new Map<string, number>();
  for (const program of programs) {
    const condition = scope === undefined ? null : leftOutBy(scope, program);
    if (condition === null) continue;
    const reason = condition === 'venue' ? `venue is ${program.venue}` : words[condition];
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  const counts = [...reasons].map(([reason, count]) => ({ reason, programs: count }));
  const counted = programs.length - counts.reduce((sum, one) => sum + one.programs, 0);
  return { scope: name, counted, reasons: counts };
}

const words = { recommendation: 'not recommended for aggregates', years: 'outside of its years' } as const;
