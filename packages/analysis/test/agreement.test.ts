import type { Dataset } from '@govexport/schema';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../src/index.ts';
import { programs } from './datasets.ts';

describe('reliability', () => {
  const coding = (program: string, coder: string, value: string | null): Dataset['codings'][number] => ({
    ...{ round: 1, program, coder, value },
    coder_record: null,
    field: 'sector',
  });
  const ask = (codings: Dataset['codings'][number][]) => {
    const dataset = { ...programs({ id: 'GX-9000' }, { id: 'GX-9001' }), codings };
    return catalogue.reliability.answer(dataset, catalogue.reliability.input.parse({ scope: 'all' })).result.fields;
  };

  it('says why there is no alpha', () => {
    expect(ask([])).toEqual([]);
    expect(ask([coding('GX-9000', 'A', 'police')])[0]?.alpha).toMatchObject({ reason: 'too-few-coders' });
    const same = [coding('GX-9000', 'A', 'police'), coding('GX-9000', 'B', 'police')];
    expect(ask(same)[0]?.alpha).toMatchObject({ reason: 'no-other-value' });
    const apart = [coding('GX-9000', 'A', 'police'), coding('GX-9000', 'B', 'media')];
    expect(ask(apart)[0]?.alpha).toMatchObject({ reason: 'too-few-records', n: 1 });
  });

  it('reads an empty field both ways, and takes the reading with the lower alpha', () => {
    const both = (first: (string | null)[], second: (string | null)[]) => [
      ...first.map((value, coder) => coding('GX-9000', `${coder}`, value)),
      ...second.map((value, coder) => coding('GX-9001', `${coder}`, value)),
    ];
    const [alike] = ask(both([null, null], ['police', 'police']));
    expect(alike?.readings).toMatchObject([
      { empty: 'missing', pairable_units: 1, alpha: { reason: 'no-other-value' }, ac1: null },
      { empty: 'value', pairable_units: 2, alpha: { estimate: 1 }, ac1: 1 },
    ]);
    expect(alike).toMatchObject({ empty: 'value', alpha: { estimate: 1 } });
    const [apart] = ask(both(['media', 'media', null], ['police', 'police', 'police']));
    expect(apart?.empty).toBe('value');
    expect(apart?.percent_agreement).toBeCloseTo(2 / 3, 12);
    expect(apart?.readings[0]).toMatchObject({ empty: 'missing', alpha: { estimate: 1 } });
  });
});
