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
  const tally = new ScopeTally(meta);
  for (const program of programs) tally.add(program);
  return tally.leftOut;
}

/** Counts programs as they come, by what the scope that statistics ask by default makes of them. */
export class ScopeTally {
  readonly #name: string;
  readonly #scope: ReturnType<typeof scopeOf>;
  readonly #reasons = new Map<string, number>();
  #counted = 0;

  constructor(meta: Dataset['meta']) {
    this.#name = meta.default_scope;
    this.#scope = scopeOf(meta, meta.default_scope);
  }

  add(program: Dataset['programs'][number]): void {
    const condition = this.#scope === undefined ? null : leftOutBy(this.#scope, program);
    if (condition === null) {
      this.#counted += 1;
      return;
    }
    const reason = condition === 'venue' ? `venue is ${program.venue}` : words[condition];
    this.#reasons.set(reason, (this.#reasons.get(reason) ?? 0) + 1);
  }

  get leftOut(): LeftOut {
    const reasons = [...this.#reasons].map(([reason, programs]) => ({ reason, programs }));
    return { scope: this.#name, counted: this.#counted, reasons };
  }
}

const words = { recommendation: 'not recommended for aggregates', years: 'outside of its years' } as const;
