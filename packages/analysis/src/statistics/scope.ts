import { z } from 'zod';
import { computeScope, type KindScope, type ScopeKind, type ScopeResult } from '../compute/scope.ts';
import { labelOf } from '../compute/dimensions.ts';
import { reasons } from '../estimate.ts';
import { scopeResult } from '../results/relations.ts';
import { defineStatistic } from '../statistic.ts';
import { chartOf, column, type Table } from '../table.ts';
import { counted, decimals, yearRange } from '../words.ts';

/** What the kinds are called. */
const kindLabels: Readonly<Record<ScopeKind, string>> = {
  sector: 'Sectors',
  host_institution: 'Host institutions',
  recipient_agency: 'Recipient bodies',
  topic: 'Topics',
};

function periodLabel({ periods }: ScopeResult, name: 'early' | 'late'): string {
  const found = periods.find((candidate) => candidate.period === name);
  return found === undefined ? `${name} period` : yearRange(found.from, found.to);
}

function periodsTable(answer: ScopeResult): Table {
  return {
    name: 'periods',
    title: 'Different ones in each period',
    note: 'Rarefied: expected in as many mentions as the smaller period has, so that a longer list alone does not look wider. Mentions of one program are not independent, so the standard deviations are a lower bound.',
    columns: [
      column('kind', 'Of', 'text'),
      column('period', 'Period', 'text'),
      column('mentions', 'Mentions', 'count'),
      column('distinct', 'Different', 'count'),
      column('hill_1', 'Hill number, order 1', 'number'),
      column('hill_2', 'Hill number, order 2', 'number'),
      column('rarefied', 'Rarefied', 'number'),
      column('standard_deviation', 'Standard deviation', 'number'),
    ],
    rows: answer.kinds.flatMap(({ kind, periods }) =>
      periods.map(({ period: name, mentions, distinct, hill_1, hill_2, rarefied }) => ({
        ...{ kind: kindLabels[kind], period: periodLabel(answer, name), mentions, distinct, hill_1, hill_2 },
        rarefied: rarefied?.expected ?? null,
        standard_deviation: rarefied?.standard_deviation ?? null,
      })),
    ),
  };
}

function firstYears({ kinds }: ScopeResult): Table {
  return {
    name: 'first_years',
    title: 'First year of each',
    note: 'First year in the records at hand, not in the world.',
    columns: [column('kind', 'Of', 'text'), column('value', 'Value', 'text'), column('year', 'First year', 'year')],
    rows: kinds.flatMap(({ kind, first_years }) =>
      first_years.map(({ value, year }) => ({
        kind: kindLabels[kind],
        value: kind === 'sector' ? labelOf('sector', value) : value,
        year,
      })),
    ),
  };
}

function curves({ kinds }: ScopeResult): Table {
  return {
    name: 'curves',
    title: 'Accumulation curves',
    note: 'A curve that is still steep at its end shows that more records would bring more kinds.',
    columns: [
      column('kind', 'Of', 'text'),
      column('mentions', 'Mentions', 'count'),
      column('expected', 'Different ones expected', 'number'),
    ],
    rows: kinds.flatMap(({ kind, curve }) => curve.map((point) => ({ kind: kindLabels[kind], ...point }))),
  };
}

function sectorsFinding(answer: ScopeResult, { rarefied_to, periods: [early, late] }: KindScope): string {
  if (early === undefined || late === undefined) return 'No program is in scope.';
  const counts = `${counted(early.distinct, 'sector')} in ${periodLabel(answer, 'early')} and ${late.distinct} in ${periodLabel(answer, 'late')}`;
  if (typeof rarefied_to !== 'number' || early.rarefied === null || late.rarefied === null) {
    const reason = typeof rarefied_to === 'number' ? 'empty-period' : rarefied_to.reason;
    return `${counted(answer.n, 'program')} with ${counts}; not compared at equal size: ${reasons[reason]}.`;
  }
  const equal = [early.rarefied, late.rarefied].map(
    ({ expected, standard_deviation }) => `${decimals(expected, 1)} (sd ${decimals(standard_deviation, 1)})`,
  );
  return `${counted(answer.n, 'program')} with ${counts}; at the size of the smaller period, ${counted(rarefied_to, 'mention')}, ${equal.join(' and ')}.`;
}

/** Whether the programs concern more kinds of things than before. */
export const scope = defineStatistic({
  name: 'scope',
  title: 'Is it getting broader',
  summary:
    'Different sectors, host institutions, recipient bodies and topics in an early and a late period, as Hill numbers and rarefied to the size of the smaller period; the first year of each, and accumulation curves. Programs that name none are left out.',
  reference:
    'Hill (1973), doi:10.2307/1934352; Hurlbert (1971), doi:10.2307/1934145; Heck, van Belle and Simberloff (1975), doi:10.2307/1934716.',
  parameters: () => ({
    split: z
      .int({ error: 'a whole number from 1900 to 2100' })
      .min(1900)
      .max(2100)
      .nullable()
      .default(null)
      .describe('First year of the late period. Not given: the middle of the range of years.'),
  }),
  result: scopeResult,
  compute: computeScope,
  tables: (answer) => [periodsTable(answer), firstYears(answer), curves(answer)],
  finding: (answer) => {
    const [sectors] = answer.kinds;
    return answer.n === 0 || sectors === undefined ? 'No program is in scope.' : sectorsFinding(answer, sectors);
  },
  chart: chartOf({ table: 'periods', kind: 'bars', label: 'period', value: 'rarefied', series: 'kind' }),
  headline: {
    label: 'Sectors of the late less the early period, rarefied',
    value: ({ kinds }) => {
      const [early, late] = kinds[0]?.periods ?? [];
      return early?.rarefied && late?.rarefied ? late.rarefied.expected - early.rarefied.expected : null;
    },
  },
});
