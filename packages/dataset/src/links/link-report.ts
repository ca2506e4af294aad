import { yearsOfDate, type Frozen, type Source } from '@govexport/schema';
import { linkResults, type LinkCheck } from './link-check.ts';

/** How many addresses of a year or of a publisher came to what. */
export interface LinkCount extends Readonly<Record<(typeof linkResults)[number], number>> {
  readonly of: string;
  readonly sources: number;
}

/** Link rot of one round. */
export interface LinkReport {
  /** By the year in which a source was published, in order; those whose year is not known come last. */
  readonly by_year: readonly LinkCount[];
  /** By publisher, those with most lost addresses first. */
  readonly by_publisher: readonly LinkCount[];
}

/**
 * Counts the checks of a round by year of publication and by publisher.
 *
 * @example
 * linkReport([], []).by_year // => []
 */
export function linkReport(sources: readonly Frozen<Source>[], checks: readonly LinkCheck[]): LinkReport {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const counted = (of: (source: Frozen<Source>) => string): LinkCount[] => {
    const groups = new Map<string, LinkCheck[]>();
    for (const check of checks) {
      const source = byId.get(check.source);
      if (source !== undefined) groups.set(of(source), [...(groups.get(of(source)) ?? []), check]);
    }
    return [...groups].map(([name, list]) => ({ of: name, sources: list.length, ...countsOf(list) }));
  };
  const lost = ({ gone, unreachable }: LinkCount) => gone + unreachable;
  return {
    by_year: counted(({ published }) => String(published === null ? unknownYear : yearsOfDate(published, 1)[0])).sort(
      (one, other) => (one.of < other.of ? -1 : 1),
    ),
    by_publisher: counted(({ publisher }) => publisher).sort(
      (one, other) => lost(other) - lost(one) || other.sources - one.sources || (one.of < other.of ? -1 : 1),
    ),
  };
}

/** Stands after every year in the order of code units. */
const unknownYear = 'unknown';

function countsOf(checks: readonly LinkCheck[]): Record<(typeof linkResults)[number], number> {
  const count = (wanted: string) => checks.filter(({ result }) => result === wanted).length;
  return Object.fromEntries(linkResults.map((result) => [result, count(result)])) as ReturnType<typeof countsOf>;
}
