import {
  checkedOf,
  isChecked,
  reviewedValues,
  standingOf,
  type Checked,
  type Dataset,
  type Frozen,
  type Review,
  type Standing,
} from '@govexport/schema';
import { reviewedRecords } from './reviewed-records.ts';

/** How far one person is, and what of it tells of present values. */
export interface ReviewerSummary extends Readonly<Record<Standing, number>> {
  readonly reviewer: string;
  readonly records: number;
}

/** How often two persons say the same of fields of which both give a value. */
export interface PairAgreement {
  readonly reviewers: readonly [string, string];
  readonly fields: number;
  readonly agreeing: number;
}

/** What a person says that a field should hold. */
export interface Said {
  readonly reviewer: string;
  /** As JSON. */
  readonly value: string;
  readonly reason: string | null;
}

/** A field of which a person says that it should hold something else. */
export interface OpenField {
  readonly record: string;
  readonly field: string;
  /** The present value as JSON. */
  readonly now: string;
  readonly said: readonly Said[];
}

/** The reviews of a dataset, side by side. */
export interface ReviewComparison {
  readonly reviewers: readonly ReviewerSummary[];
  readonly pairs: readonly PairAgreement[];
  /** Fields for which persons give different values. */
  readonly disagreements: readonly OpenField[];
  /** Fields for which every person who gives a value gives the same other one. */
  readonly corrections: readonly OpenField[];
  /** Records of which any person has looked at a field. */
  readonly records: readonly ({ readonly record: string; readonly is_checked: boolean } & Checked)[];
}

/** A review with the present value and what it says of it. */
interface Placed {
  readonly review: Frozen<Review>;
  readonly now: string;
  readonly said: Standing;
}

/**
 * Compares what persons found. A review of a value that was changed since counts as outdated, and for nothing else.
 *
 * @example
 * compareReviews(loadDataset()).corrections // => []
 */
export function compareReviews(dataset: Dataset): ReviewComparison {
  const records = new Map<string, object>(reviewedRecords(dataset).map(({ id, record }) => [id, record]));
  const placed = dataset.reviews.map((review): Placed => {
    const now = reviewedValues(records.get(review.record) ?? {}).get(review.field);
    return { review, now: now ?? '', said: now === undefined ? 'outdated' : standingOf(review, now) };
  });
  const telling = placed.filter(({ said }) => said === 'confirmed' || said === 'wrong');
  const open = openFields(telling);
  const isUnanimous = ({ said }: OpenField) => new Set(said.map(({ value }) => value)).size === 1;
  return {
    reviewers: namesOf(placed).map((reviewer) => summaryOf(reviewer, placed)),
    pairs: pairsOf(namesOf(placed)).map((pair) => agreementOf(pair, telling)),
    disagreements: open.filter((one) => !isUnanimous(one)),
    corrections: open.filter(isUnanimous),
    records: checkedRecords(records, dataset.reviews),
  };
}

/** What a person says that a field should hold, as JSON. */
function valueOf({ review, now, said }: Placed): string {
  return said === 'wrong' ? (review.right_value ?? now) : now;
}

function openFields(telling: readonly Placed[]): OpenField[] {
  const wrong = new Set(telling.filter(({ said }) => said === 'wrong').map(placeOf));
  return [...wrong].sort().map((place) => {
    const here = telling.filter((one) => placeOf(one) === place);
    const [first] = here as [Placed];
    const said = here.map((one) => ({
      reviewer: one.review.reviewer,
      value: valueOf(one),
      reason: one.review.reason,
    }));
    return { record: first.review.record, field: first.review.field, now: first.now, said };
  });
}

function placeOf({ review }: Placed): string {
  return `${review.record} ${review.field}`;
}

function namesOf(placed: readonly Placed[]): string[] {
  return [...new Set(placed.map(({ review }) => review.reviewer))].sort();
}

function summaryOf(reviewer: string, placed: readonly Placed[]): ReviewerSummary {
  const own = placed.filter(({ review }) => review.reviewer === reviewer);
  const count = (said: Standing) => own.filter((one) => one.said === said).length;
  return {
    reviewer,
    records: new Set(own.map(({ review }) => review.record)).size,
    ...{ confirmed: count('confirmed'), wrong: count('wrong'), cannot_tell: count('cannot_tell') },
    outdated: count('outdated'),
  };
}

function pairsOf(names: readonly string[]): [string, string][] {
  return names.flatMap((first, at) => names.slice(at + 1).map((second): [string, string] => [first, second]));
}

function agreementOf(reviewers: readonly [string, string], telling: readonly Placed[]): PairAgreement {
  const [first, second] = reviewers.map(
    (name) =>
      new Map(telling.filter(({ review }) => review.reviewer === name).map((one) => [placeOf(one), valueOf(one)])),
  ) as [Map<string, string>, Map<string, string>];
  const both = [...first].filter(([place]) => second.has(place));
  return {
    reviewers,
    fields: both.length,
    agreeing: both.filter(([place, value]) => second.get(place) === value).length,
  };
}

function checkedRecords(
  records: ReadonlyMap<string, object>,
  reviews: readonly Frozen<Review>[],
): ReviewComparison['records'] {
  const ids = [...new Set(reviews.map(({ record }) => record))].sort();
  return ids.flatMap((record) => {
    const now = records.get(record);
    if (now === undefined) return [];
    const checked = checkedOf(
      now,
      reviews.filter((review) => review.record === record),
    );
    return { record, is_checked: isChecked(checked), ...checked };
  });
}
