import type { StatisticName } from '@govexport/analysis';
import type { Dataset, Frozen, TableName } from '@govexport/schema';
import type { z } from 'zod';
import { checkInput } from '../check-input.ts';
import type { Context } from '../trpc.ts';

/** What an answer is shown as: a statistic with its tables and chart, or the records of a table. */
export type Subject = { readonly statistic: StatisticName } | { readonly table: TableName };

/** An input as a caller gives it, by name. */
export type Given = Readonly<Record<string, unknown>>;

/**
 * One question that can be asked of the dataset. Procedures, addresses, their description, commands and examples of all of
 * these are made from its parts alone.
 */
export interface Operation<Id extends string = string, Input = unknown, Output = unknown> {
  /** Its procedure: a group and a name, or a name alone. */
  readonly id: Id;
  /** Its address below a version of the API; a part with a colon is an input. Null where another operation answers there. */
  readonly path: string | null;
  /** Its words on the command line; one with a colon is an input. Null where there is no command. */
  readonly command: string | null;
  readonly tag: 'Statistics' | 'Records' | 'Dataset';
  readonly title: string;
  readonly description: string;
  readonly input: z.ZodType<unknown, Input>;
  readonly output: z.ZodType<Output>;
  /** Answers an input that {@link parseInput} has checked, with an answer that is checked too: each of them once. */
  ask(context: Context, input: Given): Promise<unknown>;
  /** Null where the answer is no table. */
  readonly view: Subject | null;
  /** An input that the published data answers; null where it holds none. */
  readonly example: Given | null;
  /** The operation whose answer has the exact type for an input, where it is another one. */
  readonly typedBy?: (input: Given) => string;
}

/** An operation that has an address. */
export type AddressedOperation = Operation & { readonly path: string };

/** An operation before its answers are checked; its types are those of its schemas. */
interface Definition<Id extends string, Input extends z.ZodType, Output extends z.ZodType> extends Omit<
  Operation<Id>,
  'ask'
> {
  readonly input: Input;
  readonly output: Output;
  ask(context: Context, input: z.output<Input>): Frozen<z.input<Output>>;
}

/** Defines an operation whose answers are checked against their schema. A schema that is a getter is made when it is needed. */
export function defineOperation<const Id extends string, Input extends z.ZodType, Output extends z.ZodType>(
  definition: Definition<Id, Input, Output>,
): Operation<Id, z.input<Input>, z.output<Output>> {
  const ask = definition.ask.bind(definition);
  const checked = (context: Context, input: z.output<Input>) => {
    const answer = ask(context, input);
    return Promise.resolve(context.unchecked === true ? answer : definition.output.parse(answer));
  };
  return Object.assign(definition, { ask: checked }) as Operation<Id, z.input<Input>, z.output<Output>>;
}

/**
 * The input of an operation with its defaults filled in.
 *
 * @param given - what a caller gives; undefined counts as nothing given
 * @param dataset - whose recipients and scopes may be named
 * @throws RequestError `invalid-input` with every field that is wrong
 */
export function parseInput(operation: Operation, given: unknown, { meta }: Pick<Dataset, 'meta'>): Given {
  return checkInput(operation.input, given === undefined ? {} : given, meta) as Given;
}

/** The inputs that stand in an address or a command such as `/programs/:id`. */
export function pathInputs(pattern: string): string[] {
  return [...pattern.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
}
