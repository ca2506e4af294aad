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
import { narrowed } from '../query/narrowed.ts';
import { all, each, map, type Plan } from '../query/plan.ts';
import { programsWhere } from '../compute/filter-where.ts';
import { countRecords } from '../compute/tallies.ts';
import { holmAdjusted } from '../numeric/holm.ts';
import { defineStatistic, type Headline } from '../statistic.ts';
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
  readonly headline: Headline<unknown>;
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
          p_value: Finite.nullable().describe('Two-sided p value of no effect; null where there is no test.'),
          p_holm: Finite.nullable().describe('The same, adjusted for the number of rules tested (Holm).'),
        }),
      )
      .describe('The headline number under every inclusion rule.'),
    no_effect: z
      .strictObject({
        value: Finite.describe('The value that says that nothing differs.'),
        intervals: Count.describe('Rules whose number has an interval.'),
        include: Count.describe('Those of them whose interval takes in this value.'),
      })
      .nullable()
      .describe('How many intervals take in no effect; null where no value of this number says that there is none.'),
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

function rules({ label, rules, no_effect }: Result): Table {
  const tested = no_effect !== null;
  return {
    name: 'rules',
    title: `${label} under each inclusion rule`,
    note: `The rules overlap, so their numbers are not independent. An official source is one of a government, an organisation of states or the institution that taught.${rules.some(({ rule }) => rule === 'article_scope') ? ` ${articleSentence}` : ''}`,
    columns: [
      column('rule', 'Rule', 'text'),
      column('n', 'Programs', 'count'),
      ...estimateColumns(label, 'number'),
      ...(tested ? [column('p_value', 'p value', 'p_value'), column('p_holm', 'p value, Holm', 'p_value')] : []),
    ],
    rows: rules.map(({ rule, n, headline, p_value, p_holm }) => ({
      ...{ rule: inclusionRules[rule].label, n },
      ...headlineCells(headline),
      ...(tested ? { p_value, p_holm } : {}),
    })),
  };
}

/** How many intervals of a headline number take in its value of no effect. */
function includingNoEffect(headlines: readonly HeadlineValue[], value: number) {
  const intervals = headlines.flatMap((headline) =>
    typeof headline === 'object' && headline !== null && 'level' in headline ? headline : [],
  );
  const include = intervals.filter(({ low, high }) => (low ?? -Infinity) <= value && value <= (high ?? Infinity));
  return { value, intervals: intervals.length, include: include.length };
}

function noEffectWords(found: Result['no_effect']): string {
  if (found === null || found.intervals === 0) return '';
  return `; ${found.include} of ${found.intervals} intervals take in no effect, ${found.value}`;
}

/** Whether an answer depends on which records are let in. */
export const sensitivity = defineStatistic({
  name: 'sensitivity',
  title: 'Does it depend on a choice',
  summary:
    'The headline number of a statistic of programs, recomputed under each inclusion rule with the parameters that the statistic has by itself: the filter as asked, high confidence only, two or more sources, with an official source, bilateral only, start known to the day, the scope of the article, and all records. The two scopes replace years, venues and recommendation of the filter; the rest of it holds. Where a value of the number says that nothing differs, as a rate ratio of 1, it tells how many intervals take it in, and p values adjusted for the number of rules.',
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
        headline: map(plan(asked, facts), (counts) => {
          const result = infer(counts, asked);
          return { headline: headline.value(result), p_value: headline.no_effect?.p_value(result) ?? null };
        }),
      });
      return map(keeps === null ? plans : narrowed(plans, 'programs', keeps), (found) => ({
        ...{ rule, n: found.n },
        ...found.headline,
      }));
    };
    return each(underRules(facts, input).map(underRule));
  },
  infer: (found, { statistic }) => {
    const { label, no_effect } = statisticOf(statistic).headline;
    const adjusted = holmAdjusted(found.map(({ p_value }) => p_value));
    return {
      ...{ statistic, label },
      rules: found.map((rule, index) => ({ ...rule, p_holm: adjusted[index] ?? null })),
      no_effect:
        no_effect === undefined
          ? null
          : includingNoEffect(
              found.map(({ headline }) => headline),
              no_effect.value,
            ),
    };
  },
  tables: (answer) => [rules(answer)],
  finding: ({ statistic, label, rules, no_effect }) => {
    const values = rules.flatMap(({ headline }) => headlineCells(headline).estimate ?? []).map(Number);
    if (values.length === 0) return `${label}: no number under any of ${rules.length} inclusion rules.`;
    const [least, most] = [Math.min(...values), Math.max(...values)].map(printed);
    return `${label} (“${statisticOf(statistic).title}”): from ${least} to ${most} under ${values.length} of ${rules.length} inclusion rules${noEffectWords(no_effect)}.`;
  },
  chart: chartOf({ table: 'rules', kind: 'intervals', label: 'rule', value: 'estimate', low: 'low', high: 'high' }),
  headline: null,
});
