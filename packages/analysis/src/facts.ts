import type { Dataset } from '@govexport/schema';
import { checkedPrograms } from './compute/checked-programs.ts';
import { memoryEngine, type MemoryEngine } from './engines/memory/memory-engine.ts';
import { run, type Engine, type Of } from './query/engine.ts';
import { all, count, map, type Plan } from './query/plan.ts';
import { everything, type Key } from './query/query.ts';

/** The year of a record of each table whose records have one. */
const yearKeys = {
  programs: { field: 'year' },
  adoptions: { part: 'year', of: 'date' },
  transfers: { part: 'year', of: 'date' },
  rights_events: { part: 'year', of: 'date' },
  indicators: { field: 'year' },
} as const satisfies Record<string, Key>;

/** A table whose records have a year. */
export type DatedTable = keyof typeof yearKeys;

/** What a dataset says of itself, and its hash. */
export interface Described extends Pick<Dataset, 'meta' | 'sha256'> {
  /** Ids of the programs that persons have checked whole; null or not given: not known. */
  readonly checked?: readonly string[] | null;
}

/** What is read once when a dataset is opened. */
export interface Facts extends Pick<Described, 'meta' | 'sha256'> {
  /** Ids of the programs that persons have checked whole; null where that is not known. */
  readonly checked: readonly string[] | null;
  /** The years of the records of each table, each once, in order. */
  readonly years: Readonly<Record<DatedTable, readonly number[]>>;
}

/** The engine of a dataset, and what was read when the dataset was opened. */
export interface Opened<Some extends Engine = Engine> {
  readonly engine: Some;
  readonly facts: Facts;
}

/** The questions whose answers are the facts. */
export function planFacts(described: Described): Plan<Facts> {
  const years = Object.entries(yearKeys).map(([table, year]) => {
    const cells = count({ table, where: everything, by: { year } });
    return [
      table,
      map(cells, (found) =>
        found
          .flatMap(({ by }) => by.year ?? [])
          .map(Number)
          .sort((a, b) => a - b),
      ),
    ];
  });
  const { meta, sha256, checked = null } = described;
  return map(all(Object.fromEntries(years) as Record<DatedTable, Plan<number[]>>), (found) => ({
    meta,
    sha256,
    checked,
    years: found,
  }));
}

/**
 * Opens a dataset: reads the facts by questions to its engine.
 *
 * @example
 * const opened = await open(engine, { meta, sha256 });
 */
export function open<Some extends Engine>(
  engine: Some,
  described: Described,
  signal?: AbortSignal,
): Of<Some, Opened<Some>> {
  return run(
    engine,
    map(planFacts(described), (facts) => ({ engine, facts })),
    signal,
  );
}

const opened = new WeakMap<object, Opened<MemoryEngine>>();

/** Opens a loaded dataset in memory. It is done once and kept as long as the dataset, which must not change after. */
export function openMemory(dataset: Dataset): Opened<MemoryEngine> {
  const found = opened.get(dataset) ?? open(memoryEngine(dataset), described(dataset));
  opened.set(dataset, found);
  return found;
}

/** A browser may hold a dataset without the table of reviews. */
function described(dataset: Dataset): Described {
  const { meta, sha256 } = dataset;
  return { meta, sha256, checked: 'reviews' in dataset ? checkedPrograms(dataset) : null };
}
