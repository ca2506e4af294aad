import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { internColumn } from '../src/columns/column.ts';
import { countCodes, countPairs } from '../src/columns/counts.ts';
import { columnsOf } from '../src/columns/program-columns.ts';
import { everyRow, itemsIn, keepRows, sizeOf } from '../src/columns/row-set.ts';
import { countField } from '../src/compute/count-programs.ts';
import { resolveFilter, type FilterInput } from '../src/compute/resolve-filter.ts';
import { programsIn, select } from '../src/compute/select-programs.ts';
import { published, withPrograms } from './datasets.ts';

/** Rows with two properties and whether a set has them; lengths on both sides of one word and of two. */
const someRows = fc.array(fc.record({ letter: fc.constantFrom('a', 'b', null), digit: fc.nat(4), in: fc.boolean() }), {
  maxLength: 70,
});

type Row = { letter: string | null; digit: number; in: boolean };

const setOf = (rows: readonly Row[]) =>
  keepRows(
    everyRow(rows.length),
    internColumn(rows, (row) => row.in),
    (row) => row.in,
  );

describe('a column', () => {
  it.each([
    [256, Uint8Array],
    [257, Uint16Array],
    [65_536, Uint16Array],
    [65_537, Uint32Array],
  ])('of %i values has the smallest codes that hold them', (size, type) => {
    const { codes, examples } = internColumn(
      Array.from({ length: size }, (_, row) => row),
      (row) => row,
    );
    expect(codes).toBeInstanceOf(type);
    expect(examples[codes[size - 1] ?? 0]).toBe(size - 1);
  });

  it('gives every row the code of a row with the same value', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const { codes, examples } = internColumn(rows, (row) => row.letter);
        expect(Array.from(codes, (code) => examples[code]?.letter)).toEqual(rows.map(({ letter }) => letter));
      }),
    );
  });

  it('tells false, 0, the empty text and null apart', () => {
    expect([...internColumn([false, 0, '', null, 0], (row) => row).codes]).toEqual([0, 1, 2, 3, 1]);
  });
});

describe('a set of rows', () => {
  it.each([0, 1, 31, 32, 33, 64, 1000])('of all %i rows has as many', (length) => {
    expect(sizeOf(everyRow(length))).toBe(length);
  });

  it('keeps what a filter of the rows keeps', () => {
    fc.assert(
      fc.property(someRows, fc.nat(4), (rows, least) => {
        const digits = internColumn(rows, (row) => row.digit);
        const kept = keepRows(setOf(rows), digits, ({ digit }) => digit >= least);
        const expected = rows.filter((row) => row.in && row.digit >= least);
        expect(itemsIn(rows, kept)).toEqual(expected);
        expect(sizeOf(kept)).toBe(expected.length);
      }),
    );
  });
});

describe('counts', () => {
  it('of codes are those of the rows', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const letters = internColumn(rows, (row) => row.letter);
        const expected = letters.examples.map(
          ({ letter }) => rows.filter((row) => row.in && row.letter === letter).length,
        );
        expect([...countCodes(letters, setOf(rows))]).toEqual(expected);
      }),
    );
  });

  it('of pairs are those of the rows', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const [letters, digits] = [internColumn(rows, (row) => row.letter), internColumn(rows, (row) => row.digit)];
        const pairs = countPairs(letters, digits, setOf(rows));
        for (const { first, second, count } of pairs) {
          const found = rows.filter((row) => row.in && row.letter === first.letter && row.digit === second.digit);
          expect(count).toBe(found.length);
        }
        expect(pairs.reduce((sum, { count }) => sum + count, 0)).toBe(sizeOf(setOf(rows)));
      }),
    );
  });

  it('of more pairs than a whole table can have are the same', () => {
    const rows = Array.from({ length: 3000 }, (_, row) => row % 1500);
    const column = internColumn(rows, (row) => row);
    const odd = keepRows(everyRow(rows.length), column, (row) => row % 2 === 1);
    const pairs = countPairs(column, column, odd);
    expect(pairs).toHaveLength(750);
    expect(pairs.every(({ first, second, count }) => first === second && first % 2 === 1 && count === 2)).toBe(true);
  });
});

describe('the columnar view of programs', () => {
  it('is made once for each list of programs', () => {
    expect(columnsOf({ ...published })).toBe(columnsOf(published));
    expect(columnsOf(withPrograms([...published.programs]))).not.toBe(columnsOf(published));
  });

  it('makes a column once', () => {
    const view = columnsOf(published);
    expect(view.column('topics')).toBe(view.column('topics'));
  });

  it('gives back every field that statistics read by an example', () => {
    const view = columnsOf(published);
    for (const name of ['year', 'sector', 'countries', 'host_cities', 'topics', 'security_related', 'end'] as const) {
      const { codes, examples } = view.column(name);
      expect(Array.from(codes, (code) => examples[code]?.[name])).toEqual(published.programs.map((row) => row[name]));
    }
  });
});

describe('a filter', () => {
  type Program = (typeof published.programs)[number];

  const valuesOf = <Value>(of: (program: Program) => Value): fc.Arbitrary<Value[]> =>
    fc.subarray([...new Set(published.programs.map(of))]);

  const someFilter: fc.Arbitrary<FilterInput> = fc.record({
    scope: fc.constantFrom('default', 'article', 'all'),
    from: fc.option(fc.integer({ min: 2004, max: 2020 })),
    to: fc.option(fc.integer({ min: 2010, max: 2026 })),
    countries: fc.subarray(['KZ', 'KG', 'TJ', 'TM', 'UZ']),
    domains: valuesOf(({ domain }) => domain),
    sectors: valuesOf(({ sector }) => sector),
    frames: valuesOf(({ frame }) => frame),
    formats: valuesOf(({ format }) => format),
    venues: fc.option(
      valuesOf(({ venue }) => venue),
      { nil: undefined },
    ),
    confidence: fc.constantFrom('low', 'medium', 'high'),
    minimum_sources: fc.integer({ min: 1, max: 3 }),
    recommended_only: fc.option(fc.boolean(), { nil: undefined }),
  });

  /** The rule of the filter once more, for one program. */
  const passes = (program: Program, filter: ReturnType<typeof resolveFilter>): boolean => {
    const allowed = (list: readonly string[], values: readonly string[]): boolean =>
      list.length === 0 || values.some((value) => list.includes(value));
    const order = ['low', 'medium', 'high'];
    return [
      program.year >= (filter.from ?? -Infinity),
      program.year <= (filter.to ?? Infinity),
      allowed(filter.countries, program.countries),
      allowed(filter.domains, [program.domain]),
      allowed(filter.sectors, [program.sector]),
      allowed(filter.frames, [program.frame]),
      allowed(filter.formats, [program.format]),
      allowed(filter.venues, [program.venue]),
      order.indexOf(program.confidence) >= order.indexOf(filter.confidence),
      program.sources.length >= filter.minimum_sources,
      program.recommended_for_aggregates || !filter.recommended_only,
    ].every(Boolean);
  };

  it('chooses and counts the programs that a look at each of them does', () => {
    fc.assert(
      fc.property(someFilter, (input) => {
        const filter = resolveFilter(published, input);
        const chosen = select(published, filter);
        const expected = published.programs.filter((program) => passes(program, filter));
        expect(programsIn(chosen)).toEqual(expected);
        for (const { example, count } of countField(chosen, 'countries')) {
          const same = expected.filter(({ countries }) => countries.join() === example.countries.join());
          expect(count).toBe(same.length);
        }
      }),
      { seed: 20221124, numRuns: 300 },
    );
  });
});
