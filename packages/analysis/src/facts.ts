import type { Dataset } from '@govexport/schema';
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
export type Described = Pick<Dataset, 'meta' | 'sha256'>;

/** What is read once when a dataset is opened. */
export interface Facts extends Described {
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
  const { meta, sha256 } = described;
  return map(all(Object.fromEntries(years) as Record<DatedTable, Plan<number[]>>), (found) => ({
    meta,
    sha256,
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
  const found = opened.get(dataset) ?? open(memoryEngine(dataset), dataset);
  opened.set(dataset, found);
  return found;
}
