import { afterAll, describe, it } from 'vitest';
import { unseenMembers, type Lists } from '../../src/numeric/closed-population.ts';
import { concentration } from '../../src/numeric/concentration.ts';
import { hillNumber } from '../../src/numeric/hill-numbers.ts';
import { accumulationCurve, rarefy } from '../../src/numeric/rarefaction.ts';
import { comparer } from '../reference/compare-each.ts';
import { createCollector, readReference, type Reference } from '../reference/compare.ts';

interface Cases {
  readonly concentration: readonly { counts: number[]; level: number; expected: Reference }[];
  readonly hill: readonly { counts: number[]; expected: Reference }[];
  readonly rarefaction: readonly { counts: number[]; size: number; expected: Reference }[];
  readonly accumulation: readonly { counts: number[]; expected: Reference }[];
  readonly lists: readonly (Lists & { expected: Reference })[];
}

const cases = readReference<Cases>('diversity.json');
const collector = createCollector();
const compareEach = comparer(collector);

describe('diversity agrees with R', () => {
  afterAll(() => console.log(collector.summary()));

  it('Herfindahl index and its interval: the published formulas with qbeta', () => {
    compareEach('concentration', cases.concentration, ({ counts, level }) => concentration(counts, level));
  });

  it('Hill numbers: the published formulas', () => {
    compareEach('hillNumber', cases.hill, ({ counts }): unknown => ({
      q0: hillNumber(counts, 0),
      q1: hillNumber(counts, 1),
      q2: hillNumber(counts, 2),
    }));
  });

  it('rarefaction: the published formulas with dhyper', () => {
    compareEach('rarefy', cases.rarefaction, ({ counts, size }) => rarefy(counts, size));
  });

  it('accumulation curve: the published formula with dhyper', () => {
    compareEach('accumulationCurve', cases.accumulation, ({ counts }) => accumulationCurve(counts));
  });

  it('members on no list: Chapman’s formula, or uniroot() of Darroch’s equation, and the likelihood with lchoose', () => {
    compareEach('unseenMembers', cases.lists, (lists) => unseenMembers(lists));
  });
});
