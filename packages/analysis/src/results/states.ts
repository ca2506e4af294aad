import { z } from 'zod';
import { Count, Estimate, Finite } from '../estimate.ts';

/** Result of the statistic `partnerships`. */
export type PartnershipsResult = z.infer<ReturnType<typeof partnershipsResult>>;

/** Schema of it. */
export const partnershipsResult = () =>
  z.strictObject({
    in_dataset: Count.describe('Partnership records of the dataset, whatever the filter.'),
    date: z.string().nullable().describe('The date asked for; null where there is no year.'),
    countries: z
      .array(
        z.strictObject({
          country: z.string(),
          level: z.string().nullable().describe('null: no record up to the date.'),
          rank: Count.nullable().describe('Rank of the level, 1 to 5.'),
          since: z.string().nullable().describe('Date of the last record up to the date.'),
          certain: z.boolean().describe('Whether that record surely lies before the date, as precise as both are.'),
        }),
      )
      .describe('The level of each state on the date.'),
    comprehensive_or_above: Count.describe('States at the comprehensive level or above on the date.'),
    steps: z
      .array(
        z.strictObject({
          id: z.string(),
          country: z.string(),
          date: z.string(),
          level: z.string(),
          rank: Count,
          kind: z.enum(['step', 'same_level']).describe('same_level: confirms a level and is no step.'),
          years_before: Count.describe('Years of the range before the year of the step.'),
          programs_before: Count,
          years_after: Count.describe('Years of the range after it.'),
          programs_after: Count,
          rate_ratio: Estimate.describe(
            'Programs a year after the step against what the trend through all years expects without it.',
          ),
          p_value: Finite.nullable().describe('Two-sided p value of a ratio of one; null where no ratio is given.'),
          p_holm: Finite.nullable().describe('The same, adjusted for the number of records tested (Holm).'),
          placebo: z
            .strictObject({
              years: Count.describe('Years without a record of the state for which the same can be computed.'),
              as_large: Count.describe('Those of them with a change as far from none.'),
              share: Finite.describe('Their share: near one half or above, the change is like those of other years.'),
            })
            .nullable()
            .describe('The same change computed for other years; null where there are none or no ratio is given.'),
        }),
      )
      .describe('Every record in order of date, with the state’s programs before and after its year.'),
  });

/** The level of one state on a date. `certain` is false where the date of its last step is too coarse to tell. */
export type CountryLevel = PartnershipsResult['countries'][number];

/** One dated step and the programs of the state before and after its year. */
export type PartnershipStep = PartnershipsResult['steps'][number];

/** Result of the statistic `compare`. */
export type CompareResult = z.infer<ReturnType<typeof compareResult>>;

/** Schema of it. */
export const compareResult = () =>
  z.strictObject({
    in_dataset: Count.describe('US totals of the dataset, whatever the filter.'),
    programs_without_month: Count.describe('Programs left out because the month of their start is unknown.'),
    cells: z
      .array(
        z.strictObject({
          fiscal_year: z.string().describe('October of the first to September of the second year.'),
          country: z.string(),
          programs: Count.describe('Programs of the records that name the state.'),
          participants: Count.describe('Participants of these whole groups, other states included.'),
          participants_known: Count.describe('Programs with a printed figure.'),
          course_lines: Count.nullable().describe(
            'Lines of the US report; null: no line, which is unknown and not zero.',
          ),
          trainees: Count.nullable().describe('Trainees of the lines that give a number.'),
          trainees_known_lines: Count.nullable().describe('Lines that give a number.'),
        }),
      )
      .describe('Every state and US fiscal year that ends in the range of years.'),
    countries: z
      .array(
        z.strictObject({
          country: z.string().nullable().describe('null: all states together.'),
          fiscal_years: Count.describe('State-years with US figures; only these are compared.'),
          fiscal_years_missing: Count.describe('State-years without.'),
          programs: Count.describe('Programs; of all states together a program of several counts once.'),
          pairs: Count.describe('Pairs of a program and a state.'),
          participants: Count.describe('Participants of these programs, each program once.'),
          participants_known: Count.describe('Programs with a printed figure.'),
          course_lines: Count,
          trainees: Count,
          ratio: Estimate.describe('Programs of the records for each US course line.'),
        }),
      )
      .describe('Sums over the fiscal years with US figures.'),
  });
