import { catalogue, type Catalogue, type FilterInput, type StatisticName } from '@govexport/analysis';
import type { Dataset } from '@govexport/schema';
import type { TRPCQueryProcedure } from '@trpc/server';
import type { z } from 'zod';
import { checkedInput } from './checked-input.ts';
import { procedure, router } from './trpc.ts';

/** One query for each statistic of the catalogue, with its own input and answer. */
export type StatisticProcedures = {
  [Name in StatisticName]: TRPCQueryProcedure<{
    input: z.input<Catalogue[Name]['input']> | undefined;
    output: z.output<Catalogue[Name]['envelope']>;
    meta: object;
  }>;
};

/** A statistic without its particular types, which the mapped type above gives back. */
interface AnyStatistic {
  readonly summary: string;
  readonly input: z.ZodType<FilterInput>;
  readonly envelope: z.ZodType;
  readonly answer: (dataset: Dataset, input: never) => unknown;
}

/** The only place where a statistic becomes a procedure. */
function statisticProcedure({ input, envelope, answer, summary }: AnyStatistic) {
  return procedure
    .meta({ description: summary })
    .input(checkedInput(input.prefault({} as never)))
    .output(envelope)
    .query(async ({ ctx, input: given }) => {
      await ctx.turn?.();
      return answer(ctx.dataset, given as never);
    });
}

const procedures = Object.fromEntries(
  Object.entries(catalogue).map(([name, statistic]) => [name, statisticProcedure(statistic)]),
) as unknown as StatisticProcedures;

export const statisticsRouter = router(procedures);
