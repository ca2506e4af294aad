import { z } from 'zod';
import { amount, country, wholeNumber } from '../evidence.ts';
import { Text } from '../fields.ts';
import { PartialDate } from '../partial-date.ts';
import type { Finding, Rule } from '../rule.ts';
import { defineTable } from '../table.ts';
import { strictObject } from '../strict-object.ts';

const FiscalYears = z
  .string()
  .refine((label) => /^\d{4}-\d{4}$/.test(label) && Number(label.slice(5)) === Number(label.slice(0, 4)) + 1, {
    error: 'two years that follow one another, such as 2006-2007',
  })
  .meta({ pattern: '^\\d{4}-\\d{4}$', examples: ['2006-2007'] });

/**
 * One course line of the reports on foreign military training by the United States.
 *
 * @example
 * UsTraining.shape.fiscal_year.safeParse('2006-2008').success // => false
 */
export const UsTraining = strictObject(() => ({
  fiscal_year: FiscalYears.describe('Fiscal years of the report, as it is titled.'),
  country: country.describe('State of the trainees.'),
  program: Text.describe('Budget program, as printed.'),
  course_title: Text.nullable().describe('Title of the course, as printed.'),
  recipient_unit: Text.nullable().describe('Unit of the trainees, as printed.'),
  delivery_unit: Text.nullable().describe('Unit that taught, as printed.'),
  start: PartialDate.nullable().describe('First day, where the printed date can be read.'),
  end: PartialDate.nullable().describe('Last day, where the printed date can be read.'),
  location: Text.nullable().describe('Place, as printed.'),
  trainees: wholeNumber.nullable().describe('Number of trainees.'),
  cost_usd: amount.nullable().describe('Cost in US dollars.'),
  page: wholeNumber.nullable().describe('Page of the report.'),
}));

/** One course line. */
export type UsTraining = z.infer<typeof UsTraining>;

/**
 * The course lines of one state in the reports of one pair of fiscal years, added up.
 *
 * @example
 * UsTrainingTotal.shape.trainees.safeParse(null).success // => true
 */
export const UsTrainingTotal = strictObject(() => ({
  fiscal_year: UsTraining.shape.fiscal_year,
  country: UsTraining.shape.country,
  rows: wholeNumber.min(1, { error: 'at least 1' }).describe('Course lines.'),
  trainees: wholeNumber.nullable().describe('Trainees of the lines that give a number; null where none does.'),
  trainees_known_rows: wholeNumber.describe('Lines that give a number of trainees.'),
  cost_usd: amount.nullable().describe('Cost in US dollars of the lines that give it; null where none does.'),
  cost_known_rows: wholeNumber.describe('Lines that give a cost.'),
}));

/** One sum of course lines. */
export type UsTrainingTotal = z.infer<typeof UsTrainingTotal>;

const sumsOfKnownRows: Rule<UsTrainingTotal> = (total) =>
  (
    [
      ['trainees', 'trainees_known_rows'],
      ['cost_usd', 'cost_known_rows'],
    ] as const
  ).flatMap(([sum, known]): Finding[] => {
    if (total[known] > total.rows)
      return [{ field: known, value: total[known], expected: `at most rows ${total.rows}` }];
    if ((total[sum] === null) === (total[known] === 0)) return [];
    const expected = total[sum] === null ? `a sum of ${total[known]} lines` : 'null where no line gives a number';
    return [{ field: sum, value: total[sum], expected }];
  });

export const usTrainingTotals = defineTable({
  name: 'us_training_totals',
  singular: 'US training total',
  title: 'US training totals',
  description:
    'Trainings of the five states by the United States, added up by report and state. The unit differs from that of programs: one course line, often one trainee. A report without lines for a state has no row; that is unknown, never zero.',
  record: UsTrainingTotal,
  key: ['fiscal_year', 'country'],
  storage: 'series',
  licenses: [
    {
      name: 'MIT',
      path: 'https://github.com/security-force-monitor/fmtrpt_data',
      note: 'Added up from a compilation (MIT) of reports that are works of the US government; not checked against the printed reports.',
    },
  ],
  rules: [sumsOfKnownRows],
});
