import type { StatisticName } from '@govexport/analysis';
import type { Changes, Dataset } from '@govexport/schema';
import { initTRPC } from '@trpc/server';
import { TRPC_ERROR_CODES_BY_KEY, type TRPC_ERROR_CODE_KEY } from '@trpc/server/rpc';
import { problemOf, type RequestProblem } from './problem.ts';

/** A statistic by its name, and its input with the defaults filled in. */
export interface StatisticQuestion {
  readonly statistic: StatisticName;
  readonly input: Readonly<Record<string, unknown>>;
}

/** What a procedure knows beside its input. It holds nothing of a host. */
export interface Context {
  readonly dataset: Dataset;
  /** Gives the history of the dataset, the newest release first; left out where it is not at hand. */
  readonly releases?: (() => Changes['releases']) | undefined;
  /** Where the dataset is served, for citations of one that tells neither a DOI nor an address. */
  readonly served_at?: string | undefined;
  /** Answers are given without a look at their schemas: of the published dataset the tests have taken that look. */
  readonly unchecked?: boolean | undefined;
  /** Computes a statistic in another place than here, such as a thread beside that of a server. */
  readonly compute?: ((question: StatisticQuestion) => Promise<unknown>) | undefined;
}

/** A problem as tRPC tells it of a call. */
export function trpcError(
  problem: RequestProblem,
  { code, path }: { readonly code: TRPC_ERROR_CODE_KEY; readonly path: string | null },
) {
  return {
    code: TRPC_ERROR_CODES_BY_KEY[code],
    message: problem.detail,
    data: { code, httpStatus: problem.status, path, problem },
  };
}

const t = initTRPC.context<Context>().create({
  // In development mode tRPC sends the stack with an error.
  isDev: false,
  errorFormatter: ({ shape, error }) =>
    trpcError(problemOf(error), { code: shape.data.code, path: shape.data.path ?? null }),
});

export const { router, procedure, createCallerFactory } = t;
