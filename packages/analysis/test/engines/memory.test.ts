import fc from 'fast-check';
import { expect, it } from 'vitest';
import { memoryEngine } from '../../src/engines/memory/memory-engine.ts';
import { published } from '../datasets.ts';
import { naiveEngine } from '../queries/naive-engine.ts';
import { questions, sortedAnswer } from '../queries/questions.ts';

const naive = naiveEngine(published);

it('answers random questions as a plain loop over the records does', () => {
  fc.assert(
    fc.property(questions(published), (query) => {
      const [expected] = naive.ask([query]);
      const [answer] = memoryEngine(published).ask([query]);
      expect(sortedAnswer(query, answer)).toEqual(sortedAnswer(query, expected));
    }),
    { seed: 20221124, numRuns: 400 },
  );
});
