import { citationsRouter } from './citations-router.ts';
import { metaProcedure } from './meta-router.ts';
import { programsRouter } from './programs-router.ts';
import { provenanceProcedure } from './provenance-router.ts';
import { tableProcedures } from './records/table-procedures.ts';
import { sourcesRouter } from './sources-router.ts';
import { statisticsRouter } from './statistics-router.ts';
import { tablesRouter } from './tables-router.ts';
import { createCallerFactory, router } from './trpc.ts';

/** Every procedure. */
export const appRouter = router({
  ...tableProcedures,
  statistics: statisticsRouter,
  programs: programsRouter,
  sources: sourcesRouter,
  tables: tablesRouter,
  citations: citationsRouter,
  provenance: provenanceProcedure,
  meta: metaProcedure,
});

/** The type that a typed client needs: `createTRPCClient<AppRouter>(...)`. */
export type AppRouter = typeof appRouter;

/**
 * Calls procedures in the same process.
 *
 * @example
 * const caller = createCaller({ dataset });
 * (await caller.statistics.overview()).result.n; // programs in scope
 */
export const createCaller = createCallerFactory(appRouter);

/** Calls procedures in the same process. */
export type Caller = ReturnType<typeof createCaller>;
