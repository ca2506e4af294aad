import { z } from 'zod';
import { Count, Estimate, Finite } from '../estimate.ts';
import { once } from '@govexport/schema';

/** Summary of a quantity. */
export type QuantitySummary = DurationResult['all'];

const quantityShape = once(() => ({
  n: Count.describe('Programs.'),
  known: Count.describe('Programs whose value is known.'),
  unknown: Count.describe('Programs whose value is unknown.'),
  sum: Finite.describe('Sum of the known values.'),
  least: Finite.nullable().describe('Least known value.'),
  lower_quartile: Finite.nullable().describe('Lower quartile, type 7.'),
  median: Estimate.describe('Median with the exact interval by order statistics; both ends null for too few values.'),
  upper_quartile: Finite.nullable().describe('Upper quartile, type 7.'),
  most: Finite.nullable().describe('Largest known value.'),
}));

/** Result of the statistic `duration`. */
export type DurationResult = z.infer<ReturnType<typeof durationResult>>;

/** Schema of it. */
export const durationResult = () =>
  z.strictObject({
    n: Count.describe('Programs in scope.'),
    share_known: Estimate.describe('Share of the programs whose length is known.'),
    all: z.strictObject(quantityShape()).describe('Days of all programs whose length is known.'),
    formats: z
      .array(z.strictObject({ format: z.string(), ...quantityShape() }))
      .describe('Days by format; formats without a program are left out.'),
  });

/** Result of the statistic `participants`. */
export type ParticipantsResult = z.infer<ReturnType<typeof participantsResult>>;

/** Schema of it. */
export const participantsResult = () =>
  z.strictObject({
    n: Count.describe('Programs in scope.'),
    share_known: Estimate.describe('Share of the programs with a printed figure.'),
    groups: z
      .array(z.strictObject({ group: z.enum(['all', 'recipients_only', 'other_countries_too']), ...quantityShape() }))
      .describe('All programs, and apart those whose figure leaves out or takes in other countries.'),
    bounds: z
      .strictObject({
        low_total: Count.describe('Sum of the lower bounds; a printed figure without one is its own.'),
        low_programs: Count.describe('Programs in that sum.'),
        high_total: Count.describe('Sum of the upper bounds.'),
        high_programs: Count.describe('Programs in that sum.'),
        open_ended: Count.describe('Programs with a figure and no upper bound, such as “more than 20”.'),
      })
      .describe('Totals of the bounds that the sources give.'),
  });
