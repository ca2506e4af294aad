import type { Dataset } from '@govexport/schema';

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
  const { default_scope: name, scopes } = meta;
  const scope = scopes[name];
  const reasons = new Map<string, number>();
  for (const program of programs) {
    const reason = scope === undefined ? null : reasonOf(program, scope);
    if (reason !== null) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  const counts = [...reasons].map(([reason, count]) => ({ reason, programs: count }));
  const counted = programs.length - counts.reduce((sum, one) => sum + one.programs, 0);
  return { scope: name, counted, reasons: counts };
}

function reasonOf(program: Dataset['programs'][number], scope: Dataset['meta']['scopes'][string]): string | null {
  const { venue, year, recommended_for_aggregates: recommended } = program;
  const { venues, recommended_only, from, to } = scope;
  if (venues.length > 0 && !venues.includes(venue)) return `venue is ${venue}`;
  if (recommended_only && !recommended) return 'not recommended for aggregates';
  return year < (from ?? year) || year > (to ?? year) ? 'outside of its years' : null;
}
