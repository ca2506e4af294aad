import { z } from 'zod';
import { articleSentence } from '../article.ts';
import {
  inclusionRuleNames,
  inclusionRules,
  underRules,
  type HeadlineValue,
  type RuledFilter,
} from '../compute/sensitivity.ts';
import { Count, Estimate, Finite } from '../estimate.ts';
import type { Facts } from '../facts.ts';
import { all, each, map, narrowed, type Plan } from '../query/plan.ts';
import { programsWhere } from '../compute/filter-where.ts';
import { countRecords } from '../compute/tallies.ts';
import { defineStatistic } from '../statistic.ts';
import { chartOf, column, estimateCells, estimateColumns, type Cell, type Table } from '../table.ts';
import { decimals } from '../words.ts';
import { changepoint } from './changepoint.ts';
import { compare } from './compare.ts';
import { composition } from './composition.ts';
import { coverage } from './coverage.ts';
import { crosstab } from './crosstab.ts';
import { duration } from './duration.ts';
import { frequency } from './frequency.ts';
import { hosts } from './hosts.ts';
import { overview } from './overview.ts';
import { participants } from './participants.ts';
import { scope } from './scope.ts';
import { share } from './share.ts';
import { trend } from './trend.ts';

/** The statistics of programs, to whose records the inclusion rules apply. */
const examined = {
  share,
  trend,
  overview,
  frequency,
  changepoint,
  composition,
  crosstab,
  scope,
  participants,
  duration,
  hosts,
  coverage,
  compare,
} as const;

type Examined = keyof typeof examined;
const examinedNames = Object.keys(examined) as [Examined, ...Examined[]];

/** A statistic without its particular types. */
interface AnyStatistic {
  readonly title: string;
  readonly parameters: z.core.$ZodLooseShape;
  readonly plan: (input: object, facts: Facts) => Plan<unknown>;
  readonly infer: (counts: unknown, input: object) => unknown;
  readonly headline: { readonly label: string; readonly value: (result: unknown) => HeadlineValue };
}

const statisticOf = (name: Examined): AnyStatistic => examined[name] as unknown as AnyStatistic;

const result = () =>
  z.strictObject({
    statistic: z.enum(examinedNames),
    label: z.string().describe('What the headline number is.'),
    rules: z
      .array(
        z.strictObject({
          rule: z.enum(inclusionRuleNames),
          n: Count.describe('Programs that the rule and the filter let through.'),
          headline: z.union([Estimate, Finite, z.null()]).describe('The headline number; null where there is none.'),
        }),
      )
      .describe('The headline number under every inclusion rule.'),
  });

type Result = z.infer<ReturnType<typeof result>>;

function headlineCells(headline: HeadlineValue): { estimate: Cell; low: Cell; high: Cell } {
  return typeof headline === 'object' && headline !== null
    ? estimateCells(headline)
    : { estimate: headline, low: null, high: null };
}

function printed(value: number): string {
  return Number.isInteger(value) ? String(value) : decimals(value);
}

function rules({ label, rules }: Result): Table {
  return {
    name: 'rules',
    title: `${label} under each inclusion rule`,
    note: `The rules overlap, so their numbers are not independent. An official source is one of a government, an organisation of states or the institution that taught.${rules.some(({ rule }) => rule === 'article_scope') ? ` ${articleSentence}` : ''}`,
    columns: [column('rule', 'Rule', 'text'), column('n', 'Programs', 'count'), ...estimateColumns(label, 'number')],
    rows: rules.map(({ rule, n, headline }) => ({ rule: inclusionRules[rule].label, n, ...headlineCells(headline) })),
  };
}

/** Whether an answer depends on which records are let in. */
export const sensitivity = defineStatistic({
  name: 'sensitivity',
  title: 'Does it depend on a choice',
  summary:
    'The headline number of a statistic of programs, recomputed under each inclusion rule with the parameters that the statistic has by itself: the filter as asked, high confidence only, two or more sources, with an official source, bilateral only, start known to the day, the scope of the article, and all records. The two scopes replace years, venues and recommendation of the filter; the rest of it holds.',
  reference:
    'Steegen, Tuerlinckx, Gelman and Vanpaemel (2016), doi:10.1177/1745691616658637, on showing every defensible choice.',
  parameters: () => ({
    statistic: z.enum(examinedNames).default('share').describe('Statistic whose headline number is recomputed.'),
  }),
  result,
  plan: ({ statistic, ...input }, facts) => {
    const { parameters, plan, infer, headline } = statisticOf(statistic);
    const defaults = { ...z.strictObject(parameters).parse({}), level: input.level };
    const underRule = ({ rule, filter, keeps }: RuledFilter) => {
      const asked = { ...filter, ...defaults };
      const plans = all({
        n: countRecords('programs', programsWhere(filter)),
        headline: map(plan(asked, facts), (counts) => headline.value(infer(counts, asked))),
      });
      return map(keeps === null ? plans : narrowed(plans, 'programs', keeps), (found) => ({ rule, ...found }));
    };
    return each(underRules(facts, input).map(underRule));
  },
  infer: (rules, { statistic }) => ({ statistic, label: statisticOf(statistic).headline.label, rules: [...rules] }),
  tables: (answer) => [rules(answer)],
  finding: ({ statistic, label, rules }) => {
    const values = rules.flatMap(({ headline }) => headlineCells(headline).estimate ?? []).map(Number);
    if (values.length === 0) return `${label}: no number under any of ${rules.length} inclusion rules.`;
    const [least, most] = [Math.min(...values), Math.max(...values)].map(printed);
    return `${label} (“${statisticOf(statistic).title}”): from ${least} to ${most} under ${values.length} of ${rules.length} inclusion rules.`;
  },
  chart: chartOf({ table: 'rules', kind: 'intervals', label: 'rule', value: 'estimate', low: 'low', high: 'high' }),
  headline: null,
});
