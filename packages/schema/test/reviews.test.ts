import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  checkedOf,
  isChecked,
  type Review,
  reviewedFieldsOf,
  reviewedTables,
  reviewedValues,
  standingOf,
  tables,
} from '../src/index.ts';
import { filesWith, program, sentences } from './valid-records.ts';

const review = {
  reviewer: 'R01',
  record: 'GX-0001',
  field: 'sector',
  verdict: 'wrong',
  seen: '"customs"',
  right_value: '"police"',
  reason: 'The page names the police.',
  reviewed: '2026-12-01',
  version: '1.0.0',
} satisfies Review;

const withReview = (patch: object, others: object = {}) => ({
  ...filesWith({}),
  reviews: [{ file: 'reviews/R01.csv:2', value: { ...review, ...patch } }],
  ...others,
});

describe('a review', () => {
  it.each([
    [{}],
    [{ verdict: 'right', right_value: null, reason: null }],
    [{ verdict: 'cannot_tell', right_value: null }],
    [{ field: 'participants.low', seen: '20', right_value: 'null' }],
    [{ record: 'S-0001', field: 'language', seen: '"zh"', right_value: '"ru"' }],
  ])('may be %j', (patch) => {
    expect(sentences(withReview(patch))).toEqual([]);
  });

  it.each([
    [{ reviewer: 'Smith' }, 'reviewer is "Smith"; expected R and two or three digits, such as R01; never a name'],
    [{ verdict: 'right' }, 'right_value is "\\"police\\""; expected null, since the value is not called wrong'],
    [{ right_value: null }, 'right_value is null; expected the right value as JSON'],
    [{ right_value: '"customs"' }, 'right_value is "\\"customs\\""; expected another value than seen'],
    [{ reason: null }, 'reason is null; expected the reason, with the source'],
    [{ record: 'GX-0009' }, 'record is "GX-0009"; expected the id of a record in this dataset, or of one that it had'],
    [{ field: 'codings' }, 'field is "codings"; expected a field of a program'],
    [{ field: 'participants' }, 'field is "participants"; expected a field of a program'],
  ])('may not be %j', (patch, sentence) => {
    expect(sentences(withReview(patch))).toEqual([`reviews/R01.csv:2: ${sentence}`]);
  });

  it('gives a value that its field allows', () => {
    expect(sentences(withReview({ right_value: '"milk"' }))).toEqual([
      expect.stringMatching(/^reviews\/R01\.csv:2: right_value is "\\"milk\\""; expected as JSON one of police, /),
    ]);
  });

  it.each(['police', '[ ]', '{"a": 1}'])('gives a value as JSON in one way, and not as %s', (seen) => {
    expect(sentences(withReview({ seen }))).toContainEqual(expect.stringContaining('expected a value as JSON'));
  });

  it('of a record that was withdrawn or merged stays', () => {
    const version = '1.0.0';
    const withdrawn = { id: 'GX-0009', table: 'programs', version, reason: 'It was none.' };
    const alias = { id: 'GX-0010', merged_into: 'GX-0001', version, reason: 'The same.' };
    const former = {
      withdrawn: [{ file: 'withdrawn.csv:2', value: withdrawn }],
      aliases: [{ file: 'aliases.csv:2', value: alias }],
    };
    for (const record of ['GX-0009', 'GX-0010']) expect(sentences(withReview({ record }, former))).toEqual([]);
  });

  it('stands once for each person and field', () => {
    const [row] = withReview({}).reviews;
    const twice = { ...filesWith({}), reviews: [row, { ...row, file: 'reviews/R01.csv:3' }] as never };
    expect(sentences(twice)).toEqual([
      'reviews/R01.csv:3: reviewer, record, field is "R01", "GX-0001", "sector"; expected a row of its own; reviews/R01.csv:2 has it',
    ]);
  });
});

describe('the standing of a review', () => {
  it.each([
    ['right', '1', null, '1', 'confirmed'],
    ['right', '1', null, '2', 'outdated'],
    ['wrong', '1', '2', '1', 'wrong'],
    ['wrong', '1', '2', '2', 'confirmed'],
    ['wrong', '1', '2', '3', 'outdated'],
    ['cannot_tell', '1', null, '1', 'cannot_tell'],
    ['cannot_tell', '1', null, '2', 'outdated'],
  ] as const)('%s, seen %s, right value %s: of %s it is %s', (...[verdict, seen, right_value, now, said]) => {
    expect(standingOf({ verdict, seen, right_value }, now)).toBe(said);
  });
});

describe('how far a record is checked', () => {
  const of = (field: string, verdict: Review['verdict'], reviewer = 'R01'): Review => {
    const seen = reviewedValues(program).get(field) ?? '';
    return { ...review, reviewer, field, verdict, seen, right_value: verdict === 'wrong' ? '"another"' : null };
  };
  const fields = [...reviewedValues(program).keys()];

  it('has the fields of the schema, in every table', () => {
    expect(fields).toEqual(reviewedFieldsOf(tables[0]).map(({ path }) => path.join('.')));
    expect(reviewedTables.map(({ name }) => name)).not.toContain('codings');
  });

  it('counts persons and fields', () => {
    const reviews = [
      of('sector', 'right'),
      of('sector', 'wrong', 'R02'),
      of('frame', 'right'),
      of('end', 'cannot_tell'),
    ];
    expect(checkedOf(program, reviews)).toEqual({
      ...{ persons: 2, fields: fields.length, confirmed: 1, wrong: ['sector'], cannot_tell: 1 },
      share: 3 / fields.length,
    });
  });

  it('is nothing where the value was changed since', () => {
    expect(checkedOf({ ...program, sector: 'health' }, [of('sector', 'right')])).toMatchObject({
      persons: 0,
      share: 0,
    });
  });

  it('is whole where every field was looked at and none is called wrong, whoever looked and in whatever order', () => {
    const verdicts = fc.array(fc.constantFrom('right', 'cannot_tell', 'wrong'), {
      minLength: fields.length,
      maxLength: fields.length,
    });
    fc.assert(
      fc.property(verdicts, fc.integer({ min: 0, max: fields.length }), (chosen, split) => {
        const reviews = fields.map((field, at) => of(field, chosen[at] ?? 'right', at < split ? 'R01' : 'R02'));
        const checked = checkedOf(program, reviews);
        expect(checked.confirmed + checked.wrong.length + checked.cannot_tell).toBe(fields.length);
        expect(isChecked(checked)).toBe(!chosen.includes('wrong'));
        expect(checkedOf(program, reviews.toReversed())).toEqual(checked);
        expect(isChecked(checkedOf(program, reviews.slice(1)))).toBe(false);
      }),
      { seed: 26, numRuns: 100 },
    );
  });
});
