import type { Changes, Dataset } from '@govexport/schema';
import { initTRPC } from '@trpc/server';
import { problemOf } from './problem.ts';

/** What a procedure knows beside its input. It holds nothing of a host. */
export interface Context {
  readonly dataset: Dataset;
  /** Gives the history of the dataset, the newest release first; left out where it is not at hand. */
  readonly releases?: (() => Changes['releases']) | undefined;
  /** Answers are given without a look at their schemas: of the published dataset the tests have taken that look. */
  readonly unchecked?: boolean | undefined;
  /** Awaited before each statistic is computed: a host that serves many at once can do other work in between. */
  readonly turn?: (() => Promise<void>) | undefined;
}

const t = initTRPC.context<Context>().create({
  // In development mode tRPC sends the stack with an error.
  isDev: false,
  errorFormatter: ({ shape, error }) => {
    const problem = problemOf(error);
    return {
      code: shape.code,
      message: problem.detail,
      data: { code: shape.data.code, httpStatus: problem.status, path: shape.data.path ?? null, problem },
    };
  },
});

export const { router, procedure, createCallerFactory } = t;
