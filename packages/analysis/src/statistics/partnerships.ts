import { PartialDate } from '@govexport/schema';
import { termLabel } from '../compute/dimensions.ts';
import { inferPartnerships, planPartnerships, type PartnershipsResult } from '../compute/partnerships.ts';
import { partnershipsResult } from '../results/states.ts';
import { defineStatistic } from '../statistic.ts';
import { chartOf, column, estimateCells, estimateColumns, type Table } from '../table.ts';

const stateOf = (country: string): string => termLabel('recipient_country', country);
const levelOf = (level: string | null): string =>
  level === null ? 'No record' : termLabel('partnership_level', level);

function levels({ countries, date }: PartnershipsResult): Table {
  return {
    name: 'levels',
    title: `Level of each state${date === null ? '' : ` on ${date}`}`,
    note: 'A state keeps its level until the next record. A missing step is missing evidence, not proof that none was taken.',
    columns: [
      column('country', 'State', 'text'),
      column('level', 'Level', 'text'),
      column('rank', 'Rank', 'count'),
      column('since', 'Since', 'text'),
      column('certain', 'Surely by then', 'text'),
    ],
    rows: countries.map(({ country, level, rank, since, certain }) => ({
      country: stateOf(country),
      level: levelOf(level),
      rank,
      since,
      certain: certain ? 'Yes' : 'The date is too coarse to tell',
    })),
  };
}

function steps({ steps }: PartnershipsResult): Table {
  return {
    name: 'steps',
    title: 'Steps, and the programs of the state before and after',
    note: 'Rate ratio: the change at the step beside one trend through all years; the year of a step belongs to neither side. Placebo share: of the years without a step, those that show as large a change. The pages of early years are thinner, and a ratio does not tell what a step did.',
    columns: [
      column('step', 'Step', 'text'),
      column('kind', 'Kind', 'text'),
      column('rank', 'Rank', 'count'),
      column('programs_before', 'Programs before', 'count'),
      column('years_before', 'Years before', 'count'),
      column('programs_after', 'Programs after', 'count'),
      column('years_after', 'Years after', 'count'),
      ...estimateColumns('Rate ratio', 'ratio'),
      column('p_value', 'p value', 'p_value'),
      column('p_holm', 'p value, Holm', 'p_value'),
      column('placebo_years', 'Placebo years', 'count'),
      column('placebo_share', 'Placebo share', 'share'),
    ],
    rows: steps.map((step) => ({
      step: `${stateOf(step.country)}, ${step.date}: ${levelOf(step.level)}`,
      kind: step.kind === 'step' ? 'Step' : 'Same level',
      rank: step.rank,
      programs_before: step.programs_before,
      years_before: step.years_before,
      programs_after: step.programs_after,
      years_after: step.years_after,
      ...estimateCells(step.rate_ratio),
      p_value: step.p_value,
      p_holm: step.p_holm,
      placebo_years: step.placebo?.years ?? null,
      placebo_share: step.placebo?.share ?? null,
    })),
  };
}

/** The ladder of partnerships, and the programs around its steps. */
export const partnerships = defineStatistic({
  name: 'partnerships',
  title: 'The ladder of partnerships',
  summary:
    'The level of each state’s partnership with the sending state on a date, every dated step, and by what factor the state’s programs a year change at the step beside their trend, with the share of years without a step that show as large a change. Of the filter, states, confidence and sources apply to the steps, and all of it to the programs. A program of several states counts once for each.',
  reference:
    'Interrupted series: Wagner, Soumerai, Zhang and Ross-Degnan (2002), doi:10.1046/j.1365-2710.2002.00430.x; quasi-Poisson: Wedderburn (1974), doi:10.1093/biomet/61.3.439; Holm (1979), doi:10.2307/4615733; R: glm, p.adjust.',
  parameters: () => ({
    date: PartialDate.nullable()
      .default(null)
      .describe(
        'Date on which the levels are looked at, such as 2014-12-31. Not given: the end of the range of years.',
      ),
  }),
  result: partnershipsResult,
  plan: planPartnerships,
  infer: inferPartnerships,
  tables: (answer) => [levels(answer), steps(answer)],
  finding: ({ in_dataset, date, countries, comprehensive_or_above, steps }, { level }) => {
    if (in_dataset === 0) return 'The dataset has no record of partnerships.';
    if (date === null) return 'No year is in scope, so no date is looked at.';
    const taken = steps.filter(({ kind }) => kind === 'step').length;
    const known = countries.filter(({ level }) => level !== null).length;
    const tested = steps.flatMap(({ p_holm }) => p_holm ?? []);
    const changed = tested.filter((p) => p < 1 - level).length;
    return `On ${date}, ${comprehensive_or_above} of ${countries.length} states have a recorded comprehensive strategic partnership or a higher level and ${known} a recorded level; ${taken} steps are recorded in all; of ${tested.length} dates that can be tested, ${changed} show a change beside the trend.`;
  },
  chart: chartOf({ table: 'steps', kind: 'intervals', label: 'step', value: 'estimate', low: 'low', high: 'high' }),
  headline: { label: 'States at the comprehensive level or above', value: (answer) => answer.comprehensive_or_above },
});
