import type { Dataset } from '@govexport/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryEngine } from '../../src/engines/memory/memory-engine.ts';
import { everything, type Cell, type Keys, type Query } from '../../src/query/query.ts';
import { published } from '../datasets.ts';
import { naiveEngine } from '../queries/naive-engine.ts';
import { questions, sortedAnswer } from '../queries/questions.ts';

function expectSame(dataset: Dataset, queries: readonly Query[]): void {
  const answers = memoryEngine(dataset).ask(queries);
  const expected = naiveEngine(dataset).ask(queries);
  queries.forEach((query, index) => {
    expect(sortedAnswer(query, answers[index])).toEqual(sortedAnswer(query, expected[index]));
  });
}

/** The published dataset with its first programs only. */
function shortened(length: number): Dataset {
  return { ...published, programs: published.programs.slice(0, length) };
}

/** On both sides of the words of a bitmap. */
const lengths = fc.constantFrom(0, 1, 31, 32, 33, 64, 96);

describe('the engine in memory', () => {
  it('answers random questions as a plain loop over the records does', () => {
    fc.assert(
      fc.property(questions(published), (query) => expectSame(published, [query])),
      { seed: 20221124, numRuns: 400 },
    );
  });

  it('answers questions together as each alone, also where tables share a condition', () => {
    fc.assert(
      fc.property(fc.array(questions(published), { minLength: 2, maxLength: 4 }), (queries) =>
        expectSame(published, [...queries, ...queries.map((query) => ({ ...query, where: everything }))]),
      ),
      { seed: 20221124, numRuns: 40 },
    );
  });

  it('answers for any number of records', () => {
    fc.assert(
      fc.property(lengths, questions(published), (length, query) => expectSame(shortened(length), [query])),
      { seed: 20221124, numRuns: 100 },
    );
  });

  it.each([256, 257, 65_536, 65_537])('counts %i different values, alone and in pairs', (size) => {
    const codings = Array.from({ length: 2 * size }, (_, row) => ({
      coder: row % size,
      round: row % 2,
      field: row % 3,
    }));
    const engine = memoryEngine({ codings } as object);
    const [coder, round, field] = [{ field: 'coder' }, { field: 'round' }, { field: 'field' }];
    const count = (by: Keys): readonly Cell[] =>
      engine.ask([{ kind: 'count', table: 'codings', where: everything, by }])[0] as readonly Cell[];
    const whole = (cells: readonly Cell[]): number => cells.reduce((sum, cell) => sum + cell.count, 0);
    const [alone, pairs, threes] = [count({ coder }), count({ coder, again: coder }), count({ coder, round, field })];
    expect([alone.length, pairs.length]).toEqual([size, size]);
    expect(alone.every((cell) => cell.count === 2)).toBe(true);
    expect(pairs.every(({ by }) => by['coder'] === by['again'])).toBe(true);
    expect([whole(pairs), whole(threes)]).toEqual([2 * size, 2 * size]);
    const different = new Set(codings.map((one) => [one.coder, one.round, one.field].join()));
    expect(threes).toHaveLength(different.size);
  });

  it('puts a date into the fiscal year that ends in the next September, and one without a month into none', () => {
    const sources = ['2006-10', '2007-09-30', '2007', null].map((published) => ({ published }));
    const year = { part: 'year', of: 'published', startsIn: 10 } as const;
    const engine = memoryEngine({ sources } as object);
    expect(engine.ask([{ kind: 'count', table: 'sources', where: everything, by: { year } }])).toEqual([
      [
        { by: { year: 2007 }, count: 2 },
        { by: { year: null }, count: 2 },
      ],
    ]);
  });

  it('finds nothing in a table that the dataset does not have', () => {
    expect(memoryEngine({}).ask([{ kind: 'count', table: 'programs', where: everything, by: {} }])).toEqual([[]]);
  });
});
