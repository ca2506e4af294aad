import { expectedBy, showValue, valueAt } from '@govexport/schema';
import type { z } from 'zod';
import { inputFields } from './input-fields.ts';
import { limits } from './limits.ts';
import { RequestError, type InputIssue } from './problem.ts';

/**
 * Parses an input, and refuses with every field, its value and what is allowed. zod's own error has lost the values by the
 * time that a surface sees it.
 *
 * @throws RequestError `invalid-input`
 */
export function checkInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  refuseTooLong(input);
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.flatMap((issue) => issuesOf(issue, input, schema));
  throw new RequestError('invalid-input', issues);
}

/** Refuses lists and texts that no input needs, before anything is done with them. */
function refuseTooLong(input: unknown): void {
  if (typeof input !== 'object' || input === null) return;
  const issues = Object.entries(input).flatMap(([field, value]): InputIssue[] => {
    const texts: unknown[] = Array.isArray(value) ? value : [value];
    if (texts.length > limits.list_length)
      return [
        { field, value: `a list of ${texts.length}`, expected: `a list of at most ${limits.list_length} values` },
      ];
    const long = texts.find((text) => typeof text === 'string' && text.length > limits.text_length);
    const expected = `at most ${limits.text_length} characters`;
    return long === undefined ? [] : [{ field, value: showValue(long), expected }];
  });
  if (issues.length > 0) throw new RequestError('invalid-input', issues);
}

function issuesOf(issue: z.core.$ZodIssue, input: unknown, schema: z.ZodType): InputIssue[] {
  const { path } = issue;
  if (issue.code !== 'unrecognized_keys') {
    return [{ field: path.join('.'), value: showValue(valueAt(input, path)), expected: expectedBy(issue) }];
  }
  const names = inputFields(schema).map(({ name }) => name);
  return issue.keys.map((key) => ({
    field: [...path, key].join('.'),
    value: 'not an input',
    expected: names.length === 0 ? 'no input at all' : `one of ${names.join(', ')}`,
  }));
}
