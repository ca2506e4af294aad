import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryEngine } from '../../src/engines/memory/memory-engine.ts';
import { everything, type Query } from '../../src/query/query.ts';
import { published } from '../datasets.ts';
import { naiveEngine } from '../queries/naive-engine.ts';
import { questions, sortedAnswer } from '../queries/questions.ts';

const naive = naiveEngine(published);

function expectSame(queries: readonly Query[]): void {
  const answers = memoryEngine(published).ask(queries);
  const expected = naive.ask(queries);
  queries.forEach((query, index) => {
    expect(sortedAnswer(query, answers[index])).toEqual(sortedAnswer(query, expected[index]));
  });
}

describe('the engine in memory', () => {
  it('answers random questions as a plain loop over the records does', () => {
    fc.assert(
      fc.property(questions(published), (query) => expectSame([query])),
      { seed: 20221124, numRuns: 400 },
    );
  });

  it('answers questions together as each alone, also where tables share a condition', () => {
    fc.assert(
      fc.property(fc.array(questions(published), { minLength: 2, maxLength: 4 }), (queries) =>
        expectSame([...queries, ...queries.map((query) => ({ ...query, where: everything }))]),
      ),
      { seed: 20221124, numRuns: 40 },
    );
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
