import { z } from 'zod';
import { Count, Estimate, Finite } from '../estimate.ts';

/** Result of the statistic `coverage`. */
export type CoverageResult = z.infer<ReturnType<typeof coverageResult>>;

/** Schema of it. */
export function coverageResult() {
  const row = z.strictObject({
    value: z.string(),
    programs: Count.describe('Programs with at least one source of it.'),
    sources: Count.describe('Different sources cited.'),
  });
  const sourcesOf = z.array(z.strictObject({ value: z.string(), sources: Count }));
  return z.strictObject({
    n: Count.describe('Programs in scope.'),
    sources: Count.describe('Different sources cited.'),
    two_or_more: Estimate.describe('Share of the programs with two or more sources.'),
    years: z
      .array(
        z.strictObject({
          year: z.int(),
          programs: Count,
          sources: Count,
          languages: sourcesOf,
          publisher_types: sourcesOf,
        }),
      )
      .describe('Every year of the range: programs that started in it and the sources they cite.'),
    languages: z.array(row).describe('By language of the source, ISO 639-1.'),
    publisher_types: z.array(row).describe('By kind of publisher.'),
    sources_per_program: z.array(z.strictObject({ sources: Count, programs: Count })),
    compilers: Count.describe('Different compilers of the first round who found a program in scope.'),
    compilers_per_program: z
      .array(z.strictObject({ compilers: Count, programs: Count }))
      .describe('Programs by the number of compilers who found them.'),
    unseen: Estimate.describe(
      'Programs that no compiler found: estimate and one-sided lower bound, or why there is none.',
    ),
  });
}

/** Result of the statistic `reliability`. */
export type ReliabilityResult = z.infer<ReturnType<typeof reliabilityResult>>;

/** Schema of it. */
export function reliabilityResult() {
  const readingShape = {
    empty: z
      .enum(['missing', 'value'])
      .describe('How a field that a coder left empty counts: as no value, or as a value of its own.'),
    pairable_units: Count.describe('Programs with two or more values; only these tell of agreement.'),
    values: Count.describe('Values in these.'),
    percent_agreement: Finite.nullable().describe('Share of agreeing pairs of values; null where there is none.'),
    alpha: Estimate.describe('Krippendorff’s alpha, nominal: 1 full agreement, 0 that of chance.'),
    ac1: Finite.nullable().describe('Gwet’s AC1; null where there are no pairs, or all values are one and the same.'),
  };
  return z.strictObject({
    in_dataset: Count.describe('Codings and reviews of the dataset, whatever the filter.'),
    programs: Count.describe('Coded programs in scope.'),
    fields: z
      .array(
        z.strictObject({
          round: Count.nullable().describe(
            'Round of coding; null for persons who reviewed, with the value of the dataset as one more coder.',
          ),
          field: z.string(),
          coders: Count.describe('Different coders of the field in the round.'),
          units: Count.describe('Programs coded.'),
          ...readingShape,
          readings: z.array(z.strictObject(readingShape)).describe('Both readings; above stands the lower alpha.'),
        }),
      )
      .describe('Every field of every round, with the stricter reading of empty fields.'),
  });
}

/** Agreement of the coders on one field in one round. */
export type FieldReliability = ReliabilityResult['fields'][number];

/** The same with one reading of a field that a coder left empty. */
export type ReadingReliability = FieldReliability['readings'][number];

/** How a field that a coder left empty is read. */
export type EmptyReading = ReadingReliability['empty'];
