import { deserialize, serialize } from 'node:v8';
import type { Dataset } from '@govexport/schema';
import { operationNamed } from './operations/operations.ts';
import { RequestError, type InputIssue, type ProblemCode } from './problem.ts';
import type { Context, StatisticQuestion } from './trpc.ts';

/** What a worker sends back. */
type Reply =
  | { readonly answer: unknown }
  | { readonly refusal: readonly [ProblemCode, readonly InputIssue[], string] }
  | { readonly failure: Error };

/** The statistics of a dataset as a program that threads beside a server run. */
export interface StatisticsProgram {
  readonly file: URL;
  readonly data: () => Uint8Array;
  readonly read: (message: unknown) => unknown;
  readonly refuse: (reason: 'crowded' | 'slow', question: StatisticQuestion, limits: Limits) => RequestError;
}

interface Limits {
  readonly waiting: number;
  readonly seconds: number;
}

/**
 * The statistics of a dataset as a program that threads beside a server run, on the very records that the server has.
 *
 * @example
 * statisticsProgram(openDataset()).file.pathname.endsWith('/statistics-worker.js') // => true
 */
export function statisticsProgram(dataset: Dataset): StatisticsProgram {
  return {
    file: new URL('./statistics-worker.js', import.meta.url),
    data: () => packed(dataset),
    read,
    refuse: (reason, { statistic }, { waiting, seconds }) =>
      reason === 'slow'
        ? new RequestError(
            'too-slow',
            [],
            `The statistic ${statistic} takes longer than ${seconds} s with this input; ask for less, such as fewer records or permutations.`,
          )
        : new RequestError(
            'unavailable',
            [],
            `${waiting} statistics wait to be computed; allowed are no more: ask again in a few seconds.`,
          ),
  };
}

/** The records in memory that all threads share. */
function packed(dataset: Dataset): Uint8Array {
  const bytes = serialize(dataset);
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  return shared;
}

/** The dataset that {@link statisticsProgram} has handed over. */
export function unpacked(shared: Uint8Array): Dataset {
  return deserialize(new Uint8Array(shared)) as Dataset;
}

/** What a worker sends back to a question. */
export async function replyTo(context: Context, { statistic, input }: StatisticQuestion): Promise<Reply> {
  try {
    return { answer: await operationNamed(`statistics.${statistic}`).ask(context, input) };
  } catch (error) {
    if (error instanceof RequestError) return { refusal: [error.problem_code, error.issues, error.message] };
    return { failure: error instanceof Error ? error : new Error(String(error)) };
  }
}

function read(message: unknown): unknown {
  const reply = message as Reply;
  if ('answer' in reply) return reply.answer;
  throw 'refusal' in reply ? new RequestError(...reply.refusal) : reply.failure;
}
