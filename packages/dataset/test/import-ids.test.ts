import { describe, expect, it } from 'vitest';
import { leftOutOfScope } from '../src/import/left-out.ts';
import { imported } from './import-lines.ts';
import { mapping } from './small-mapping.ts';

const rules = mapping.programs;

describe('ids', () => {
  const lines = ['A,2014,Kazakhstan,,,https://example.org/1', 'B,2015,Uzbekistan,,,https://example.org/2'];

  it('of one’s own may be numbers, whatever row they stand in', async () => {
    const programs = { ...rules, id: { column: 'Days' }, duration_days: undefined };
    const { tables } = await imported(['A,2014,,,7,', 'B,2015,,,2,'], { programs, id_prefix: 'MY' });
    expect(tables.programs.map(({ id, title }) => [id, title])).toEqual([
      ['MY-0002', 'B'],
      ['MY-0007', 'A'],
    ]);
  });

  it('stay with their programs and sources through inserted, deleted, sorted and corrected rows', async () => {
    const before = await imported(lines);
    const later = [
      'New,2013,Uzbekistan,,,https://example.org/0',
      'B,2015,Uzbekistan,yes,,https://example.org/2',
      'A,2014-05,Kazakhstan,,,https://example.org/1',
    ];
    const { tables, kept } = await imported(
      later,
      { programs: { ...rules, start: { column: 'Date' } } },
      { previous: before.tables },
    );
    expect(Object.fromEntries(tables.programs.map(({ title, id, sources }) => [title, [id, ...sources]]))).toEqual({
      A: ['GX-0001', 'S-0001'],
      B: ['GX-0002', 'S-0002'],
      New: ['GX-0003', 'S-0003'],
    });
    expect(kept).toEqual({ kept: 2, added: 1, gone: [] });
    const fewer = await imported(later.slice(0, 2), {}, { previous: tables });
    expect(fewer.kept).toEqual({ kept: 2, added: 0, gone: ['GX-0001'] });
  });
});

describe('what the default scope leaves out', () => {
  it('is told with the condition, unknown values as such', async () => {
    const programs = {
      ...rules,
      venue: { column: 'Technology', values: { here: 'in_sender', there: 'in_recipient' } },
      technology_component: undefined,
      exclusion_reasons: { column: 'Days' },
      duration_days: undefined,
    };
    const lines = ['A,2014,,here,,', 'B,2014,,,,', 'C,2014,,there,,', 'D,2014,,here,meeting-not-course,'];
    const { tables } = await imported(lines, { programs });
    expect(leftOutOfScope(tables)).toEqual({
      scope: 'default',
      counted: 1,
      reasons: [
        { reason: 'venue is unknown', programs: 1 },
        { reason: 'venue is in_recipient', programs: 1 },
        { reason: 'not recommended for aggregates', programs: 1 },
      ],
    });
  });
});
