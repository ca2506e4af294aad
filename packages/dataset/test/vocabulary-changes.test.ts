import { describe, expect, test } from 'vitest';
import { diffDatasets, releaseMarkdown } from '../src/maintain.ts';
import { codings, content, later, programs, programsWith } from './small-content.ts';

describe('values of a vocabulary', () => {
  const venue = (values: readonly string[]) => ({ name: 'venue', type: 'term', values, references: null });
  const held = (version: string, values: readonly string[], venues: readonly (string | readonly string[])[]) => {
    const records = programs.records.map((record, index) => ({ ...record, venue: venues[index] }));
    const fields = [...programs.fields, venue(values)];
    return { ...content, version, tables: content.tables.with(0, { ...programs, fields, records }) };
  };

  test('that are renamed are one change, and what follows from it is no correction', () => {
    const before = held('1.0.0', ['home', 'unknown'], ['home', 'unknown']);
    const diff = diffDatasets(before, held('2.0.0', ['sender', 'unknown'], ['sender', 'sender']));
    expect(diff.step).toBe('major');
    expect(diff.schema).toEqual([
      { table: 'programs', field: 'venue', value: 'sender', change: 'renamed', was: 'home' },
    ]);
    expect(diff.corrected).toEqual([
      { table: 'programs', record: 'GX-0002', field: 'venue', old: 'unknown', new: 'sender', reason: null },
    ]);
    expect(releaseMarkdown(diff, null)).toContain(
      '### What to change\n\n- In programs, the value home of venue is sender now: write sender where you filter or compare.',
    );
  });

  test('in lists too', () => {
    const before = held('1.0.0', ['home', 'online'], [['home', 'online'], []]);
    const diff = diffDatasets(before, held('2.0.0', ['sender', 'online'], [['sender', 'online'], []]));
    expect([diff.schema.length, diff.corrected]).toEqual([1, []]);
  });

  test('that come ask for a minor version, those that go for a major one', () => {
    const before = held('1.0.0', ['home'], ['home', 'home']);
    const after = held('1.1.0', ['home', 'abroad'], ['home', 'home']);
    expect(diffDatasets(before, after)).toMatchObject({
      step: 'minor',
      schema: [{ value: 'abroad', change: 'added' }],
    });
    expect(diffDatasets(after, before)).toMatchObject({
      step: 'major',
      schema: [{ value: 'abroad', change: 'removed' }],
    });
  });
});

test('records that cite a merged one follow it without a correction of their own', () => {
  const fields = codings.fields.map((field) => (field.name === 'value' ? { ...field, references: 'programs' } : field));
  const cites = (id: string) => ({ fields, records: [{ round: 1, program: 'GX-0001', value: id }] });
  const aliases = { records: [{ id: 'GX-0002', merged_into: 'GX-0001', version: '1.1.0', reason: 'One course.' }] };
  const before = { ...content, tables: content.tables.with(1, { ...codings, ...cites('GX-0002') }) };
  const gone = { records: programsWith('GX-0002', null) };
  expect(diffDatasets(before, later({ programs: gone, aliases, codings: cites('GX-0001') })).corrected).toEqual([]);
  expect(diffDatasets(before, later({ programs: gone, aliases, codings: cites('GX-0003') })).corrected).toHaveLength(1);
});
