import { z } from 'zod';
import { attributes, knownFieldNames } from '../program-fields.ts';
import { Count, Estimate, Finite } from '../estimate.ts';
import { once } from '@govexport/schema';

/** The numbers of one share. */
export const shareShape = once(() => ({
  n: Count.describe('Programs in scope.'),
  yes: Count.describe('Programs for which the attribute is true.'),
  no: Count.describe('Programs for which it is false.'),
  unknown: Count.describe('Programs whose sources are silent.'),
  clopper_pearson: Estimate.describe('Share of yes among known values, with the exact interval.'),
  wilson: Estimate.describe('The same share with the Wilson score interval.'),
  if_unknown_are_no: Estimate.describe('Lower bound: the share if every unknown value were no.'),
  if_unknown_are_yes: Estimate.describe('Upper bound: the share if every unknown value were yes.'),
}));

/** A share of yes among known values, and its bounds. */
export type ShareOfYes = z.infer<z.ZodObject<ReturnType<typeof shareShape>, z.core.$strict>>;

/** Result of the statistic `share`. */
export type ShareResult = z.infer<ReturnType<typeof shareResult>>;

/** Schema of it. */
export function shareResult() {
  const counts = {
    yes: Count.describe('Programs for which the attribute is true.'),
    no: Count.describe('Programs for which it is false.'),
    unknown: Count.describe('Programs whose sources are silent.'),
  };
  const half = z.strictObject({ from: z.int().describe('First year.'), to: z.int().describe('Last year.'), ...counts });
  return z.strictObject({
    ...shareShape(),
    whatever_unknown: z
      .strictObject({
        low: Finite,
        high: Finite,
        level: Finite.describe('Coverage of the interval.'),
        method: z.string().describe('Method of the interval.'),
      })
      .nullable()
      .describe('Interval that holds the share at the level whatever the unknown values are; null without a program.'),
    halves: z
      .strictObject({
        early: half,
        late: half,
        difference: Estimate.describe('Share of yes among known values of the late half less that of the early half.'),
      })
      .nullable()
      .describe('The share in the late half of the years against the early half; null for fewer than two years.'),
    multi_valued: z.boolean().describe('Whether a program can count in several groups.'),
    groups: z
      .array(
        z.strictObject({
          value: z.string().nullable().describe('Value of the dimension; null: unknown.'),
          ...counts,
          share: Estimate.describe('Share of yes among known values, with the exact interval.'),
          pooled: Finite.nullable().describe(
            'The share drawn towards that of all groups, the more the fewer known values it rests on; null where there are none, or no other group, or the dimension is unknown.',
          ),
        }),
      )
      .describe('The share for each value that occurs; empty where no dimension is chosen.'),
  });
}

/** Result of the statistic `overview`. */
export type OverviewResult = z.infer<ReturnType<typeof overviewResult>>;

/** Schema of it. */
export const overviewResult = () =>
  z.strictObject({
    n: Count.describe('Programs in scope.'),
    first_year: z.int().nullable().describe('First year with a program.'),
    last_year: z.int().nullable().describe('Last year with a program.'),
    years_with_programs: Count.describe('Years with at least one program.'),
    countries: Count.describe('Different recipient states named.'),
    host_institutions: Count.describe('Different host institutions named.'),
    host_cities: Count.describe('Different host cities named.'),
    host_provinces: Count.describe('Different host provinces.'),
    sectors: Count.describe('Different sectors, unknown left out.'),
    sources: Count.describe('Different sources cited.'),
    source_languages: z
      .array(
        z.strictObject({
          language: z.string().describe('ISO 639-1 code.'),
          sources: Count.describe('Cited sources in it.'),
        }),
      )
      .describe('Languages of the cited sources, the most frequent first.'),
    headline_shares: z
      .array(z.strictObject({ attribute: z.enum(attributes), ...shareShape() }))
      .describe('Share of each yes/no/unknown attribute.'),
    known_values: z
      .array(
        z.strictObject({
          field: z.enum(knownFieldNames),
          known: Count.describe('Programs whose value is known.'),
          n: Count.describe('Programs in scope.'),
          share: Estimate.describe('Share known.'),
        }),
      )
      .describe('How much is known of each field that can be unknown.'),
  });

/** Result of the statistic `composition`. */
export type CompositionResult = z.infer<ReturnType<typeof compositionResult>>;

/** Schema of it. */
export const compositionResult = () =>
  z.strictObject({
    n: Count.describe('Programs in scope.'),
    known: Count.describe('Programs with at least one known value.'),
    unknown: Count.describe('Programs without a known value.'),
    pairs: Count.describe('Pairs of a program and one of its values.'),
    multi_valued: z.boolean().describe('Whether a program can have several values.'),
    rows: z
      .array(
        z.strictObject({
          value: z.string().describe('Value of the dimension.'),
          count: Count.describe('Programs with the value.'),
          share_of_programs: Estimate.describe('Share of the programs with a known value.'),
          share_of_pairs: Estimate.describe('Share of the pairs.'),
        }),
      )
      .describe('The most frequent value first.'),
  });
