import { z } from 'zod';
import { inferScope, planScope, type KindScope, type ScopeKind, type ScopeResult } from '../compute/scope.ts';
import { labelOf } from '../compute/dimensions.ts';
import { reasons } from '../estimate.ts';
import { scopeResult } from '../results/relations.ts';
import { defineStatistic } from '../statistic.ts';
import { chartOf, column, type Table } from '../table.ts';
import { counted, decimals, pValue, yearRange } from '../words.ts';
import { permutationShape } from './seed-input.ts';

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
    note: 'Rarefied: expected in as many mentions as the smaller period has, so that a longer list alone does not look wider. The standard deviation is that of drawing so few of these mentions alone, and not the error of a comparison.',
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

function differencesTable({ kinds }: ScopeResult): Table {
  return {
    name: 'differences',
    title: 'Late less early period, at equal size',
    note: 'p values are two-sided: how often a difference is as large when programs are moved between the periods at random, each with all that it names. Holm: adjusted for the number of rows.',
    columns: [
      column('kind', 'Of', 'text'),
      column('mentions', 'Mentions compared', 'count'),
      column('difference', 'Difference', 'number'),
      column('p_value', 'p value', 'p_value'),
      column('p_holm', 'p value, Holm', 'p_value'),
    ],
    rows: kinds.map(({ kind, rarefied_to, difference }) => ({
      kind: kindLabels[kind],
      mentions: typeof rarefied_to === 'number' ? rarefied_to : null,
      ...(difference.p_value === null
        ? { difference: null, p_value: null, p_holm: null }
        : { difference: difference.estimate, p_value: difference.p_value, p_holm: difference.p_holm }),
    })),
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
        value: kind === 'sector' ? labelOf('sector', value, []) : value,
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

function sectorsFinding(answer: ScopeResult, { rarefied_to, difference, periods: [early, late] }: KindScope): string {
  if (early === undefined || late === undefined) return 'No program is in scope.';
  const counts = `${counted(early.distinct, 'sector')} in ${periodLabel(answer, 'early')} and ${late.distinct} in ${periodLabel(answer, 'late')}`;
  if (typeof rarefied_to !== 'number' || difference.p_value === null || !early.rarefied || !late.rarefied) {
    const reason = difference.p_value === null ? difference.reason : 'empty-period';
    return `${counted(answer.n, 'program')} with ${counts}; not compared at equal size: ${reasons[reason]}.`;
  }
  const equal = [early.rarefied, late.rarefied].map(({ expected }) => decimals(expected, 1));
  return `${counted(answer.n, 'program')} with ${counts}; at the size of the smaller period, ${counted(rarefied_to, 'mention')}, ${equal.join(' and ')} (permutation p ${pValue(difference.p_value)}).`;
}

/** Whether the programs concern more kinds of things than before. */
export const scope = defineStatistic({
  name: 'scope',
  title: 'Is it getting broader',
  summary:
    'Different sectors, host institutions, recipient bodies and topics in an early and a late period, as Hill numbers and rarefied to the size of the smaller period, with a permutation test of their difference; the first year of each, and accumulation curves. Programs that name none are left out.',
  reference:
    'Hill (1973), doi:10.2307/1934352; Hurlbert (1971), doi:10.2307/1934145; Heck, van Belle and Simberloff (1975), doi:10.2307/1934716; Gotelli and Colwell (2001), doi:10.1046/j.1461-0248.2001.00230.x; Phipson and Smyth (2010), doi:10.2202/1544-6115.1585; Holm (1979), doi:10.2307/4615733.',
  parameters: () => ({
    ...permutationShape(),
    split: z
      .int({ error: 'a whole number from 1900 to 2100' })
      .min(1900)
      .max(2100)
      .nullable()
      .default(null)
      .describe('First year of the late period. Not given: the middle of the range of years.'),
  }),
  result: scopeResult,
  plan: planScope,
  infer: inferScope,
  tables: (answer) => [periodsTable(answer), differencesTable(answer), firstYears(answer), curves(answer)],
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
