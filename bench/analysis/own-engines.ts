import { planFrequency } from '@govexport/analysis/compute/frequency';
import { resolveFilter } from '@govexport/analysis/compute/resolve-filter';
import { memoryEngine } from '@govexport/analysis/engines/memory';
import { openMemory } from '@govexport/analysis/facts';
import { run as ask } from '@govexport/analysis/query/engine';
import { everything, type Cell } from '@govexport/analysis/query/query';
import type { Dataset } from '@govexport/schema';
import type { Engine } from './engines.ts';
import { cellsOf, type Pair } from './pairs.ts';

/** A filter that asks nothing beyond what its scope does. */
export const openFilter = {
  ...{ countries: [], domains: [], sectors: [], frames: [], formats: [] },
  confidence: 'low',
  minimum_sources: 1,
} as const;

const names: readonly string[] = ['KZ', 'KG', 'TJ', 'TM', 'UZ'];
const MASKS = 2 ** names.length;

/** The statistic frequency by country, up to its counts: the filter is resolved and applied in every run. */
export function frequencyEngine(dataset: Dataset, scope: string): Engine {
  const { engine, facts } = openMemory(dataset);
  const run = () => {
    const filter = { ...resolveFilter(facts, { ...openFilter, scope }), level: 0.95, by: 'country' } as const;
    return ask(engine, planFrequency(filter, facts));
  };
  const cells = () => {
    const { years, groups } = run();
    const known = groups.flatMap(({ value, counts }) => (value === null ? [] : [{ value, counts }]));
    return cellsOf(
      known.flatMap(({ value, counts }) => counts.map((count, at) => [years[at] ?? 0, value, count] as const)),
    );
  };
  return { name: 'engine in memory', run, cells };
}

/** A loop written for this one question over typed arrays: years, masks of countries, and whether each row counts. */
export function programLoop({ programs }: Dataset, filtered: boolean): Engine {
  const first = programs.reduce((least, { year }) => Math.min(least, year), Infinity);
  const places = Uint8Array.from(programs, ({ year }) => year - first);
  const masks = Uint8Array.from(programs, ({ countries }) =>
    countries.reduce((mask, country) => mask | (1 << names.indexOf(country)), 0),
  );
  const inChina = Uint8Array.from(programs, ({ venue }) => Number(venue === 'in_sender' || venue === 'hybrid'));
  const recommended = Uint8Array.from(programs, (program) => Number(program.recommended_for_aggregates));
  const cells = (1 + places.reduce((most, place) => Math.max(most, place), 0)) * MASKS;
  const run = filtered
    ? filteredLoop({ places, masks, cells }, inChina, recommended)
    : openLoop({ places, masks, cells });
  return { name: 'hand-written loop', run, cells: () => cellsOf(unfold(run(), first)) };
}

interface LoopColumns {
  readonly places: Uint8Array;
  readonly masks: Uint8Array;
  /** Cells of the table of years and masks. */
  readonly cells: number;
}

function openLoop({ places, masks, cells }: LoopColumns) {
  return () => {
    const counts = new Uint32Array(cells);
    for (let row = 0; row < places.length; row += 1) {
      const cell = (places[row] ?? 0) * MASKS + (masks[row] ?? 0);
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
    return counts;
  };
}

function filteredLoop({ places, masks, cells }: LoopColumns, inChina: Uint8Array, recommended: Uint8Array) {
  return () => {
    const counts = new Uint32Array(cells);
    for (let row = 0; row < places.length; row += 1) {
      const cell = (places[row] ?? 0) * MASKS + (masks[row] ?? 0);
      counts[cell] = (counts[cell] ?? 0) + ((inChina[row] ?? 0) & (recommended[row] ?? 0));
    }
    return counts;
  };
}

function unfold(counts: Uint32Array, first: number): [number, string, number][] {
  const years = Array.from({ length: counts.length / MASKS }, (_, place) => place);
  return years.flatMap((place) =>
    names.map((country, bit): [number, string, number] => {
      const masks = counts.slice(place * MASKS, (place + 1) * MASKS);
      return [first + place, country, masks.reduce((sum, n, mask) => ((mask >> bit) & 1 ? sum + n : sum), 0)];
    }),
  );
}

/** The engine in memory over plain rows, whose columns are made once. */
export function pairColumns(pairs: readonly Pair[]): Engine {
  const engine = memoryEngine({ programs: pairs } as object);
  const by = { year: { field: 'year' }, country: { field: 'country' } };
  const run = () =>
    engine.ask([{ kind: 'count', table: 'programs', where: everything, by }])[0] as readonly Cell<typeof by>[];
  const cells = () =>
    cellsOf(run().map(({ by: { year, country }, count }) => [Number(year), String(country), count] as const));
  return { name: 'engine in memory', run, cells };
}

/** A loop written for plain rows over typed arrays of years and countries. */
export function pairLoop(pairs: readonly Pair[]): Engine {
  const first = pairs.reduce((least, { year }) => Math.min(least, year), Infinity);
  const names = [...new Set(pairs.map(({ country }) => country))];
  const codes = new Map(names.map((name, code) => [name, code]));
  const places = Uint8Array.from(pairs, ({ year }) => year - first);
  const countries = Uint16Array.from(pairs, ({ country }) => codes.get(country) ?? 0);
  const size = 1 + pairs.reduce((most, { year }) => Math.max(most, year - first), 0);
  const run = () => {
    const counts = new Uint32Array(size * names.length);
    for (let row = 0; row < places.length; row += 1) {
      const cell = (places[row] ?? 0) * names.length + (countries[row] ?? 0);
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
    return counts;
  };
  const cells = () =>
    cellsOf(
      [...run()].map(
        (n, cell) => [first + Math.floor(cell / names.length), names[cell % names.length] ?? '', n] as const,
      ),
    );
  return { name: 'hand-written loop', run, cells };
}
