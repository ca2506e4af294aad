import type { Dataset } from '@govexport/schema';
import { CodedField, standingOf } from '@govexport/schema/vocabularies';
import { all, map, rows, type Plan } from '../query/plan.ts';
import { everything, type Scalar, type Where } from '../query/query.ts';

/** What a person, or those who compiled the dataset, say of a field of a program. */
export interface ReviewCoding {
  /** Persons worked in no round of coding. */
  readonly round: null;
  readonly program: string;
  readonly coder: string;
  readonly field: (typeof CodedField.values)[number];
  readonly value: string | null;
}

/** What is read of a review. */
const reviewFields = ['reviewer', 'record', 'field', 'verdict', 'seen', 'right_value'] as const;

type Review = Pick<Dataset['reviews'][number], (typeof reviewFields)[number]>;

/** A program by the paths of its coded fields. */
type ProgramRow = Readonly<Record<string, Scalar>>;

/** Where the value of a coded field stands in a program: that of a figure in a group. */
function pathOf(field: ReviewCoding['field']): string {
  return field === 'participants' ? 'participants.value' : field;
}

/**
 * What persons found for the fields that were coded, beside the value that the coders arrived at: one coding of a program for
 * each person who gives a value, and one of the dataset. A review of a value that was changed since tells nothing.
 *
 * @param where - the programs in scope
 */
export function planReviewCodings(where: Where): Plan<readonly ReviewCoding[]> {
  const reviewed: Where = { op: 'cited_by', field: 'record', table: 'reviews', where: everything };
  const plans = all({
    programs: rows<ProgramRow>({
      table: 'programs',
      where: { op: 'and', of: [where, reviewed] },
      fields: ['id', ...CodedField.values.map(pathOf)],
    }),
    reviews: rows<Review>({
      table: 'reviews',
      where: { op: 'cites', field: 'record', table: 'programs', where },
      fields: reviewFields,
    }),
  });
  return map(plans, ({ programs, reviews }) =>
    programs.flatMap((program) => {
      const own = reviews.filter(({ record }) => record === program['id']);
      return CodedField.values.flatMap((field) => codingsOf(program, field, own));
    }),
  );
}

function codingsOf(program: ProgramRow, field: ReviewCoding['field'], reviews: readonly Review[]): ReviewCoding[] {
  const path = pathOf(field);
  const now = JSON.stringify(program[path] ?? null);
  const said = reviews
    .filter((review) => review.field === path)
    .map((review) => ({ ...review, standing: standingOf(review, now) }))
    .filter(({ standing }) => standing === 'confirmed' || standing === 'wrong')
    .map(({ reviewer, standing, right_value }) => ({
      coder: reviewer,
      value: standing === 'wrong' ? (right_value ?? now) : now,
    }));
  const codings = said.length === 0 ? [] : [{ coder: 'dataset', value: now }, ...said];
  return codings.map(({ coder, value }) => ({
    ...{ round: null, program: String(program['id']), coder, field },
    value: value === 'null' ? null : value,
  }));
}
