import { z } from 'zod';
import { shownValues } from '../compute/dimensions.ts';
import { Count, Estimate, Finite, NotTested } from '../estimate.ts';

/** Result of the statistic `crosstab`. */
export type CrosstabResult = z.infer<ReturnType<typeof crosstabResult>>;

/** Schema of it. */
export function crosstabResult() {
  const P = Finite.describe('Two-sided p value.');
  return z.strictObject({
    n: Count.describe('Programs in scope.'),
    known: Count.describe('Programs with a known value of both dimensions.'),
    unknown: Count.describe('Programs without a known value of at least one of them.'),
    pairs: Count.describe('Pairs of values counted; as many as known programs where no program has several values.'),
    multi_valued: z.boolean().describe('Whether a program can have several values.'),
    cells: z
      .array(
        z.strictObject({
          row: z.string(),
          column: z.string(),
          observed: Count.describe('Programs, or pairs, with both values.'),
          expected: Finite.nullable().describe('Count expected if the two were unrelated; null where no test is made.'),
          adjusted_residual: Finite.nullable().describe('Difference from it in standard errors; null as above.'),
          p_holm: Finite.nullable().describe(
            'Exact p value of the cell against all others, adjusted for the number of cells (Holm); null as above.',
          ),
        }),
      )
      .describe(
        `Every pair of values that occur; values beyond the ${shownValues - 1} most frequent are counted together.`,
      ),
    chi_square: z
      .union([
        z.strictObject({
          p_value: P,
          statistic: Finite,
          df: Count,
          smallest_expected: Finite.describe('Below 5 the approximation is doubtful: read the exact test.'),
        }),
        NotTested,
      ])
      .describe('Pearson test without correction.'),
    fisher: z
      .union([
        z.strictObject({
          p_value: P,
          method: z.enum(['exact', 'monte-carlo']).describe('All tables counted, or some drawn.'),
          tables: Count.describe('Tables counted or drawn.'),
        }),
        NotTested,
      ])
      .describe('Exact test of no relation, given both margins.'),
    odds_ratio: Estimate.nullable().describe('Conditional odds ratio of a table of two by two; null for larger ones.'),
    cramers_v: z
      .strictObject({ v: Finite, corrected: Finite.describe('Corrected for the bias of small counts.') })
      .nullable()
      .describe('Strength of the relation, 0 to 1; null where no test is made.'),
  });
}

/** Result of the statistic `hosts`. */
export type HostsResult = z.infer<ReturnType<typeof hostsResult>>;

/** Schema of it. */
export const hostsResult = () =>
  z.strictObject({
    n: Count.describe('Programs in scope.'),
    known: Count.describe('Programs with a named host.'),
    unknown: Count.describe('Programs without one.'),
    pairs: Count.describe('Pairs of a program and a host.'),
    multi_valued: z.boolean().describe('Whether a program can have several hosts.'),
    hosts: Count.describe('Different hosts.'),
    recipients: Count.describe('Different recipients linked with a host.'),
    herfindahl: Estimate.describe(
      'Probability that two programs have the same host, which is the sum of the squared shares of the hosts: 1 for a single host, small where they are many.',
    ),
    top: z
      .array(
        z.strictObject({
          host: z.string(),
          programs: Count.describe('Programs of the host.'),
          recipients: Count.describe('Degree: different recipients of the host.'),
          share: Estimate.describe('Share of the programs with a named host.'),
        }),
      )
      .describe('The hosts with most programs, as many as asked for.'),
    links: z
      .array(z.strictObject({ host: z.string(), recipient: z.string(), programs: Count }))
      .describe('Programs of each of these hosts with each recipient.'),
  });

/** Result of the statistic `scope`. */
export type ScopeResult = z.infer<ReturnType<typeof scopeResult>>;

/** Schema of it. */
export function scopeResult() {
  const period = z.enum(['early', 'late']);
  const kindScope = z.strictObject({
    kind: z.enum(['sector', 'host_institution', 'recipient_agency', 'topic']),
    rarefied_to: z.union([Count, NotTested]).describe('Mentions in the smaller period, or why there is no comparison.'),
    difference: z
      .union([
        z.strictObject({
          p_value: Finite.describe('Two-sided p value; programs are moved between the periods.'),
          p_holm: Finite.describe('The same, adjusted for the number of kinds that are tested (Holm).'),
          estimate: Finite.describe('Rarefied number of the late period less that of the early one.'),
          permutations: Count.describe('Random arrangements drawn.'),
        }),
        NotTested,
      ])
      .describe('Whether the periods differ at equal size by more than chance moves programs between them.'),
    periods: z.array(
      z.strictObject({
        period,
        mentions: Count.describe('Mentions; a program that names several kinds counts once for each.'),
        distinct: Count.describe('Different ones: Hill number of order 0.'),
        hill_1: Finite.nullable().describe('Hill number of order 1, exponential of the Shannon entropy.'),
        hill_2: Finite.nullable().describe('Hill number of order 2, inverse of the Simpson concentration.'),
        rarefied: z
          .strictObject({ expected: Finite, standard_deviation: Finite })
          .nullable()
          .describe('Different ones expected in so few mentions as the smaller period has.'),
      }),
    ),
    first_years: z.array(z.strictObject({ value: z.string(), year: z.int() })).describe('First year of each.'),
    curve: z
      .array(z.strictObject({ mentions: Count, expected: Finite }))
      .describe('Different ones expected in a number of mentions drawn from all.'),
  });
  return z.strictObject({
    n: Count.describe('Programs in scope.'),
    periods: z
      .array(z.strictObject({ period, from: z.int(), to: z.int(), programs: Count }))
      .describe('The two periods; a period without a year is left out.'),
    kinds: z.array(kindScope),
  });
}

/** The scope of one kind in both periods. */
export type KindScope = ScopeResult['kinds'][number];
