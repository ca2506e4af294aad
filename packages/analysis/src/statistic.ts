import { once, scopeOf, type Dataset, type World } from '@govexport/schema';
import { z } from 'zod';
import { besideArticle } from './article.ts';
import { checkedWhere } from './compute/filter-where.ts';
import { resolveFilter, type FilterInput } from './compute/resolve-filter.ts';
import type { Estimate } from './estimate.ts';
import { filterShape, inputObject, levelShape, resolvedFilterShape } from './filter.ts';
import { openMemory, type DatedTable, type Described, type Facts, type Opened } from './facts.ts';
import { getters } from './getters.ts';
import { run, type Engine, type Of } from './query/engine.ts';
import { narrowed } from './query/narrowed.ts';
import { map, type Plan } from './query/plan.ts';
import type { Chart, Table } from './table.ts';

type CommonResolved = typeof resolvedFilterShape & typeof levelShape;

/** An input with every default filled in. */
type Filled<Parameters extends z.core.$ZodLooseShape> = z.output<
  z.ZodObject<CommonResolved & Parameters, z.core.$strict>
>;

/** The dataset that an answer was computed from. */
export const DatasetIdentity = z.strictObject({
  name: z.string().describe('Name of the dataset.'),
  version: z.string().describe('Semantic version of the dataset.'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('SHA-256 of the canonical content.'),
});

/** The dataset that an answer was computed from. */
export type DatasetIdentity = z.infer<typeof DatasetIdentity>;

/** Name, version and hash of a dataset. */
export function identityOf({ meta, sha256 }: Described): DatasetIdentity {
  return { name: meta.name, version: meta.version, sha256 };
}

/** What words of an answer are told with. */
export type Told = Pick<World, 'senders'>;

/** What a statistic cannot do without. */
export interface Needs {
  /** A scope that the dataset declares. */
  readonly scope?: string;
}

/** What one file in `statistics/` says about its statistic. */
export interface StatisticDefinition<
  Name extends string,
  Parameters extends z.core.$ZodLooseShape,
  Result extends z.ZodType,
  Counts,
> {
  readonly name: Name;
  readonly title: string;
  /** What it answers and over which denominator, in a few sentences. */
  readonly summary: string;
  /** The method and where it is published. */
  readonly reference: string;
  /** The inputs beside the filter and the level; built, as the result is, when somebody asks for this statistic. */
  readonly parameters: () => Parameters;
  readonly result: () => Result;
  /** The questions to the records, and how their answers are read. */
  readonly plan: (input: Filled<Parameters>, facts: Facts) => Plan<Counts>;
  /** The result of what the plan finds: numbers of numbers. */
  readonly infer: (counts: Counts, input: Filled<Parameters>) => z.output<Result>;
  /** The tables of an answer, the main one first. */
  readonly tables: (result: z.output<Result>, input: Filled<Parameters>, world: Told) => Table[];
  /** The answer as one English sentence with its numbers. */
  readonly finding: (result: z.output<Result>, input: Filled<Parameters>, world: Told) => string;
  readonly chart: Chart | null;
  /** The one number that sums the answer up; null where no single number does. */
  readonly headline: Headline<z.output<Result>> | null;
  /** What it cannot do without; not given: nothing. A dataset that lacks it does not offer the statistic. */
  readonly needs?: Needs;
  /** The table of the records that it counts, whose years its filter takes; not given: the programs. */
  readonly dated?: DatedTable;
}

/** The one number that sums an answer up, such as a share or a rate ratio, and what it is called. */
export interface Headline<Result> {
  readonly label: string;
  readonly value: (result: Result) => Estimate | number | null;
  /** The value that says that nothing differs, and the p value of it; not given: no value says so. */
  readonly no_effect?: { readonly value: number; readonly p_value: (result: Result) => number | null };
}

/**
 * Defines a statistic: its words, inputs, result and computation. Everything that a surface shows of it is derived from
 * this one object. Its schemas are built when they are first looked at: a command line asks one statistic of twenty.
 *
 * @example
 * defineStatistic({ name: 'overview', title: 'Overview', ..., parameters: () => ({}), result: () => z.strictObject({ n: Count }), ... });
 */
export function defineStatistic<
  const Name extends string,
  Parameters extends z.core.$ZodLooseShape,
  Result extends z.ZodType,
  Counts,
>(definition: StatisticDefinition<Name, Parameters, Result, Counts>) {
  const { parameters: makeParameters, result: makeResult, ...described } = definition;
  const { name, plan, infer, tables, dated = 'programs', needs = {} } = described;
  const parameters = once(makeParameters);
  const result = once(makeResult);
  const input = once(() => inputObject({ ...filterShape, ...parameters(), ...levelShape }));
  const envelope = once(() =>
    z.strictObject({
      statistic: z.literal(name).describe('Name of the statistic.'),
      input: z
        .strictObject({ ...resolvedFilterShape, ...parameters(), ...levelShape })
        .describe('The input with every default filled in.'),
      dataset: DatasetIdentity.describe('The dataset that the answer was computed from.'),
      result: result(),
    }),
  );
  type Input = z.output<ReturnType<typeof input>>;
  /** The questions of one input, whose answers are read as the envelope that every surface gives. */
  const planAnswer = (facts: Facts, given: Input) => {
    const resolved = resolveFilter(facts, given as Input & FilterInput, dated);
    // In the order of the schema, also what was not given and has a default.
    const inOrder = Object.keys(input().shape).flatMap((field) => {
      const value: unknown = resolved[field as keyof typeof resolved];
      return value === undefined ? [] : [[field, value] as const];
    });
    const filled = Object.fromEntries(inOrder) as Filled<Parameters>;
    const whole = plan(filled, facts);
    const asked = resolved.checked === true ? narrowed(whole, 'programs', checkedWhere(facts)) : whole;
    return map(asked, (counts) => ({
      ...{ statistic: name, input: filled, dataset: identityOf(facts) },
      result: infer(counts, filled),
    }));
  };
  /** The answer to one input, before anybody looks at its schema. */
  const uncheckedAnswer = (dataset: Dataset, given: Input) =>
    ask(openMemory(dataset), { planAnswer }, { input: given });
  /** The answer to one input, held against its schema. */
  const answer = (dataset: Dataset, given: Input): z.output<ReturnType<typeof envelope>> =>
    envelope().parse(uncheckedAnswer(dataset, given));
  /** What a dataset lacks of what it needs, in words; null where it lacks nothing. */
  const lacks = ({ meta }: Pick<Described, 'meta'>): string | null => {
    const { scope } = needs;
    return scope === undefined || scopeOf(meta, scope) !== undefined ? null : `the scope ${scope} among its scopes`;
  };
  /** The tables of an answer. Programs counted in the scope of the article stand beside what the article counts. */
  const presented: typeof tables = (found, asked, world) => {
    const made = tables(found, asked, world);
    const { scope } = asked as unknown as FilterInput;
    return scope === 'article' && dated === 'programs' ? besideArticle(made) : made;
  };
  return Object.assign(getters({ parameters, result, input, envelope }), {
    ...described,
    ...{ tables: presented, dated, lacks, answer, uncheckedAnswer, planAnswer },
  });
}

/** What a statistic is asked. */
export interface Asked<Input> {
  readonly input: Input;
  /** Stops the questions of an engine that answers later. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * The answer of a statistic to one input by any engine: the value where the engine answers at once, else a promise of it.
 *
 * @example
 * ask(openMemory(dataset), catalogue.trend, { input: catalogue.trend.input.parse({}) }).result.n; // programs in scope
 */
export function ask<Some extends Engine, Input, Answer>(
  { engine, facts }: Opened<Some>,
  statistic: { readonly planAnswer: (facts: Facts, given: Input) => Plan<Answer> },
  { input, signal }: Asked<Input>,
): Of<Some, Answer> {
  return run(engine, statistic.planAnswer(facts, input), signal);
}
