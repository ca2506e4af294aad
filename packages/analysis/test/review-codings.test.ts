import { describe, expect, it } from 'vitest';
import { catalogue } from '../src/catalogue.ts';
import { published } from './datasets.ts';

type Review = (typeof published.reviews)[number];

const sectorOf = (record: string) => published.programs.find(({ id }) => id === record)?.sector ?? '';
const review = (record: string, right_value: string | null, more: Partial<Review> = {}): Review => ({
  ...{ reviewer: 'R01', record, field: 'sector', seen: JSON.stringify(sectorOf(record)) },
  verdict: right_value === null ? 'right' : 'wrong',
  right_value: right_value === null ? null : JSON.stringify(right_value),
  ...{ reason: 'S-0001', reviewed: '2026-12-01', version: '2.0.0' },
  ...more,
});

function persons(...reviews: Review[]) {
  const dataset = { ...published, reviews };
  const input = catalogue.reliability.input.parse({ scope: 'all' });
  return catalogue.reliability.answer(dataset, input).result.fields.filter(({ round }) => round === null);
}

describe('persons and coders', () => {
  it('are compared as one more round, with the value of the dataset as one coder', () => {
    const found = persons(review('GX-0001', null), review('GX-0002', null), review('GX-0003', 'weather'));
    expect(found).toHaveLength(1);
    // Two of three programs in which the person and the dataset give the same value.
    expect(found[0]).toMatchObject({ field: 'sector', coders: 2, units: 3, pairable_units: 3, values: 6 });
    expect(found[0]?.percent_agreement).toBeCloseTo(2 / 3, 12);
  });

  it('leave out what a person cannot tell, and what was changed since', () => {
    expect(persons(review('GX-0001', null, { verdict: 'cannot_tell' }))).toEqual([]);
    expect(persons(review('GX-0001', null, { seen: '"another"' }))).toEqual([]);
  });

  it('are none where nobody reviewed', () => {
    expect(persons()).toEqual([]);
  });
});
