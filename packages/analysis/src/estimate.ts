import { z } from 'zod';
import { reasons, type Reason } from './reasons.ts';

export { reasons, type Reason } from './reasons.ts';

/** A finite number; minus zero is refused, because JSON would print it as zero on some surfaces only. */
export const Finite = z.number().refine((value) => !Object.is(value, -0), { error: 'zero without a sign' });

/** A whole number that is zero or more. */
export const Count = z.int().min(0);

const ReasonName = z.enum(Object.keys(reasons) as [Reason, ...Reason[]]);

/** A number that could be computed, with its interval. */
export const Computed = z.strictObject({
  estimate: Finite.describe('The estimate.'),
  low: Finite.nullable().describe('Lower end of the interval; null where it is unbounded.'),
  high: Finite.nullable().describe('Upper end of the interval; null where it is unbounded.'),
  level: Finite.describe('Coverage of the interval.'),
  method: z.string().describe('Method of the interval.'),
});

/** A number that is not computable, and why. */
export const NotComputable = z.strictObject({
  estimate: z.null(),
  reason: ReasonName.describe('Why there is no estimate.'),
  n: Count.describe('Observations at hand.'),
  required: Count.describe('Observations needed.'),
});

/** A ratio whose denominator counts nothing: it has no finite estimate, but its lower end is known. */
export const InfiniteEstimate = z.strictObject({
  estimate: z.null(),
  reason: z.literal('infinite').describe('The estimate is infinite.'),
  low: Finite.describe('Lower end of the interval.'),
  high: z.null().describe('The interval has no upper end.'),
  level: Finite.describe('Coverage of the interval.'),
  method: z.string().describe('Method of the interval.'),
});

/** An estimate with its interval, or the reason why there is none. */
export const Estimate = z.union([Computed, NotComputable, InfiniteEstimate]);

/** An estimate with its interval, or the reason why there is none. */
export type Estimate = z.infer<typeof Estimate>;

/** Why a test was not made. */
export const NotTested = z.strictObject({
  p_value: z.null(),
  reason: ReasonName.describe('Why the test was not made.'),
  n: Count.describe('Observations at hand.'),
  required: Count.describe('Observations needed.'),
});

/** Why a test was not made. */
export type NotTested = z.infer<typeof NotTested>;
