import type { Frozen } from './dataset.ts';
import type { Review } from './tables/reviews.ts';

/**
 * What a review says of a value as it is now: `confirmed` where the person found it right or gave it as the right one,
 * `wrong` where the person gives another, `outdated` where the value was changed to what the person never saw.
 */
export type Standing = 'confirmed' | 'wrong' | 'cannot_tell' | 'outdated';

type Standpoint = Pick<Frozen<Review>, 'verdict' | 'seen' | 'right_value'>;

/**
 * What a review says of a value as it is now.
 *
 * @param now - the value as JSON
 * @example
 * standingOf({ verdict: 'wrong', seen: '2014', right_value: '2015' }, '2015') // => 'confirmed'
 */
export function standingOf({ verdict, seen, right_value }: Standpoint, now: string): Standing {
  if (right_value === now) return 'confirmed';
  if (seen !== now) return 'outdated';
  return verdict === 'right' ? 'confirmed' : verdict;
}

/** What was made for the dataset, so that no source can show it right or wrong. */
export const ownFields: ReadonlySet<string> = new Set(['id', 'codings']);

/**
 * The values of a record that a person checks, as JSON by the paths of their fields: all but its id and its codings, those
 * of a group one by one. It needs no schema, so that a browser can count as the server does.
 *
 * @example
 * [...reviewedValues({ id: 'GX-0001', participants: { low: 20 }, countries: [] })]
 * // => [['participants.low', '20'], ['countries', '[]']]
 */
export function reviewedValues(record: object, above = ''): Map<string, string> {
  const fields = Object.entries(record).filter(([name]) => above !== '' || !ownFields.has(name));
  return new Map(
    fields.flatMap(([name, value]) => {
      const path = `${above}${name}`;
      const isGroup = typeof value === 'object' && value !== null && !Array.isArray(value);
      return isGroup ? [...reviewedValues(value as object, `${path}.`)] : [[path, JSON.stringify(value)] as const];
    }),
  );
}

/** How far persons have checked a record as it is now. */
export interface Checked {
  /** Persons of whom at least one review tells of a present value. */
  readonly persons: number;
  /** Fields that can be checked. */
  readonly fields: number;
  /** Fields that a person found right, and none wrong. */
  readonly confirmed: number;
  /** Fields that a person calls wrong, in the order of the record. */
  readonly wrong: readonly string[];
  /** Fields of which a person cannot tell, and no other says more. */
  readonly cannot_tell: number;
  /** Share of the fields that at least one person has looked at, 0 to 1. */
  readonly share: number;
}

/**
 * How far persons have checked a record as it is now. A review of a value that was changed since does not count.
 *
 * @param reviews - those of the record; others must not be among them
 * @example
 * const review = { reviewer: 'R01', record: 'S-0001', field: 'language', verdict: 'right', seen: '"zh"', right_value: null }
 * checkedOf({ id: 'S-0001', language: 'zh', title: null }, [review]).share // => 0.5
 */
export function checkedOf(
  record: object,
  reviews: readonly (Standpoint & Pick<Frozen<Review>, 'reviewer' | 'field'>)[],
): Checked {
  const values = reviewedValues(record);
  const standing = reviews.flatMap((review) => {
    const now = values.get(review.field);
    const said = now === undefined ? 'outdated' : standingOf(review, now);
    return said === 'outdated' ? [] : [{ ...review, said }];
  });
  const fieldsSaid = (said: Standing) => new Set(standing.filter((one) => one.said === said).map(({ field }) => field));
  const [wrong, confirmed] = [fieldsSaid('wrong'), fieldsSaid('confirmed')];
  const looked = new Set(standing.map(({ field }) => field));
  const undisputed = [...confirmed].filter((field) => !wrong.has(field)).length;
  return {
    persons: new Set(standing.map(({ reviewer }) => reviewer)).size,
    fields: values.size,
    confirmed: undisputed,
    wrong: [...values.keys()].filter((field) => wrong.has(field)),
    cannot_tell: looked.size - wrong.size - undisputed,
    share: values.size === 0 ? 0 : looked.size / values.size,
  };
}

/**
 * Whether persons have checked a whole record: each of its fields was looked at, and none is called wrong.
 *
 * @example
 * isChecked({ share: 1, wrong: ['frame'] }) // => false
 */
export function isChecked({ share, wrong }: Pick<Checked, 'share' | 'wrong'>): boolean {
  return share === 1 && wrong.length === 0;
}
