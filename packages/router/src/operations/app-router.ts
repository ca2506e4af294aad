import { TRPCError, type TRPCQueryProcedure } from '@trpc/server';
import { problemKinds, RequestError } from '../problem.ts';
import { createCallerFactory, procedure, router } from '../trpc.ts';
import { parseInput, type Operation } from './operation.ts';
import { operations } from './operations.ts';

/** What a caller gives: nothing, where every input has a default. */
type InputOf<Input> = Record<string, never> extends Input ? Input | undefined : Input;

type ProcedureOf<One> =
  One extends Operation<string, infer Input, infer Output>
    ? TRPCQueryProcedure<{ input: InputOf<Input>; output: Output; meta: object }>
    : never;

/** Operations by the names behind the dots of their ids. */
type Procedures<One extends Operation> = {
  [Each in One as Each['id'] extends `${string}.${string}` ? never : Each['id']]: ProcedureOf<Each>;
} & {
  [Group in One['id'] extends infer Id ? (Id extends `${infer First}.${string}` ? First : never) : never]: {
    [Each in One as Each['id'] extends `${Group}.${infer Name}` ? Name : never]: ProcedureOf<Each>;
  };
};

/** The only place where an operation becomes a procedure. */
function procedureOf(operation: Operation) {
  return procedure
    .meta({ description: operation.description })
    .input((given: unknown) => given)
    .query(async ({ ctx, input }) => {
      try {
        return await operation.ask(ctx, parseInput(operation, input, ctx.dataset));
      } catch (error) {
        throw error instanceof RequestError ? asTrpc(error) : error;
      }
    });
}

function asTrpc(cause: RequestError): TRPCError {
  return new TRPCError({ code: problemKinds[cause.problem_code].trpc_code, message: cause.message, cause });
}

/** Operations as procedures, those of a group together. */
function procedures<One extends Operation>(list: readonly One[]): Procedures<One> {
  const tree: Record<string, object> = {};
  for (const operation of list) {
    const [group = '', name] = operation.id.split('.');
    const made = procedureOf(operation);
    tree[group] = name === undefined ? made : { ...tree[group], [name]: made };
  }
  return tree as object as Procedures<One>;
}

/** Every operation as a procedure. */
export const appRouter = router(procedures(operations));

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
