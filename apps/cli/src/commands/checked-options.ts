import { decodeQuery } from '@govexport/router';
import { expectedBy, showValue, valueAt } from '@govexport/schema';
import type { z } from 'zod';
import { flagOf } from '../args/flags.ts';
import type { Task } from './command.ts';
import { UsageError } from '../args/failures.ts';

/**
 * The options of a task, checked.
 *
 * @throws UsageError with every option that is not allowed
 */
export function checkedOptions<Schema extends z.ZodType>(task: Task, schema: Schema): z.output<Schema> {
  return checkedValues(task, schema, decodeQuery(schema, task.options as [string, string][]));
}

/**
 * The values of the options of a task, checked.
 *
 * @throws UsageError with every option that is not allowed
 */
export function checkedValues<Schema extends z.ZodType>(
  { command }: Pick<Task, 'command'>,
  schema: Schema,
  given: unknown,
): z.output<Schema> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const sentences = parsed.error.issues.map((issue) => {
    const value = showValue(valueAt(given, issue.path));
    return `${flagOf(String(issue.path[0]))} is ${value}; allowed is ${expectedBy(issue)}`;
  });
  throw new UsageError(`${sentences.join('; ')}.`, command.name);
}
