import { z } from 'zod';
import { termLabel } from '../compute/dimensions.ts';
import { inferIndicators, planIndicators, type IndicatorSeries, type IndicatorsResult } from '../compute/indicators.ts';
import { indicatorsResult } from '../results/records.ts';
import { defineStatistic } from '../statistic.ts';
import { chartOf, column, type Table } from '../table.ts';
import { counted, yearRange } from '../words.ts';

const stateOf = ({ country }: IndicatorSeries): string => termLabel('recipient_country', country);

function changes({ series }: IndicatorsResult): Table {
  return {
    name: 'changes',
    title: 'First and last value of each series',
    note: 'The scale of each indicator is its own, and editions are never compared. V-Dem publishes its values with intervals, which are left out here, so a small change may be none. The series of AidData are counts and sums as that dataset gives them, not checked here; a year without a value is unknown, not zero.',
    columns: [
      column('indicator', 'Indicator', 'text'),
      column('edition', 'Producer and edition', 'text'),
      column('unit', 'Scale', 'text'),
      column('country', 'State', 'text'),
      column('first_year', 'First year', 'year'),
      column('first_value', 'First value', 'number'),
      column('last_year', 'Last year', 'year'),
      column('last_value', 'Last value', 'number'),
      column('change', 'Change', 'number'),
    ],
    rows: series.map((one) => ({
      indicator: one.indicator_name,
      edition: `${one.producer} ${one.edition}`,
      unit: one.unit,
      country: stateOf(one),
      first_year: one.first.year,
      first_value: one.first.value,
      last_year: one.last.year,
      last_value: one.last.value,
      change: one.change,
    })),
  };
}

function values({ series }: IndicatorsResult): Table {
  return {
    name: 'values',
    title: 'Values year by year',
    note: null,
    columns: [
      column('series', 'Indicator and edition', 'text'),
      column('country', 'State', 'text'),
      column('year', 'Year', 'year'),
      column('value', 'Value', 'number'),
    ],
    rows: series.flatMap((one) =>
      one.values.map(({ year, value }) => ({
        series: `${one.indicator_name} ${one.edition}`,
        country: stateOf(one),
        year,
        value,
      })),
    ),
  };
}

/** Published indicators of rights and government, and other series of the states on request. */
export const indicators = defineStatistic({
  name: 'indicators',
  title: 'The rights context',
  summary:
    'Published indicators of rights and government, year by year, each with its producer, edition and scale, and the change from the first to the last year of the range; by name also AidData’s series of visits, exercises, scholarships and finance. They describe the context; nothing here tells why they moved. Of the filter, states and years apply.',
  reference:
    'V-Dem Institute, Varieties of Democracy dataset, and AidData, Sub-regional China Aid: public diplomacy 1.0 (Custer et al. 2019), editions as named; https://v-dem.net, https://www.aiddata.org. No estimate is made.',
  parameters: () => ({
    indicator: z
      .string()
      .min(1, { error: 'the name of an indicator' })
      .nullable()
      .default(null)
      .describe(
        'Name of one indicator, as the answer lists them. Not given: the indicators of rights and government, those of the V-Dem Institute.',
      ),
  }),
  result: indicatorsResult,
  plan: planIndicators,
  infer: inferIndicators,
  dated: 'indicators',
  tables: (answer) => [changes(answer), values(answer)],
  finding: ({ in_dataset, available, series }, { indicator }) => {
    if (in_dataset === 0) return 'The dataset has no record of indicators.';
    if (indicator !== null && !available.includes(indicator)) {
      return `The dataset has no indicator of that name; it has ${available.join(', ')}.`;
    }
    if (series.length === 0) return 'No value of an indicator is in scope.';
    const years = series.flatMap(({ first, last }) => [first.year, last.year]);
    const [up, down] = [series.filter(({ change }) => change > 0), series.filter(({ change }) => change < 0)];
    const count = new Set(series.map((one) => one.indicator)).size;
    return `${counted(count, 'indicator')} in ${series.length} series of states, ${yearRange(Math.min(...years), Math.max(...years))}: the last value is above the first in ${up.length}, below it in ${down.length}.`;
  },
  chart: chartOf({ table: 'values', kind: 'lines', label: 'year', value: 'value', series: 'series', group: 'country' }),
  headline: null,
});
