import { allowedWords, declaredOf, expectedBy, showValue, valueAt, type World } from '@govexport/schema';
import type { z } from 'zod';
import { inputFields, type InputField } from './input-fields.ts';
import { limits } from './limits.ts';
import { RequestError, type InputIssue } from './problem.ts';

/**
 * Parses an input against its schema and against what the dataset declares, and refuses with every field, its value and what is allowed. zod's own error has lost the values by the
 * time that a surface sees it.
 *
 * @throws RequestError `invalid-input`
 */
export function checkInput<Schema extends z.ZodType>(schema: Schema, input: unknown, world: World): z.output<Schema> {
  refuseTooLong(input);
  const fields = inputFields(schema);
  const parsed = schema.safeParse(input);
  const undeclared = undeclaredIn(fields, input, world);
  if (parsed.success && undeclared.length === 0) return withDefaultScope(fields, parsed.data, world);
  const others = parsed.error?.issues.flatMap((issue) => issuesOf(issue, input, schema)) ?? [];
  throw new RequestError('invalid-input', inOrder(fields, [...undeclared, ...others]));
}

/** A statistic that is asked without a scope is asked in the default one, so that both questions are one. */
function withDefaultScope<Data>(fields: readonly InputField[], data: Data, world: World): Data {
  const field = fields.find(({ vocabulary }) => vocabulary === 'scope');
  if (field === undefined || (data as Readonly<Record<string, unknown>>)[field.name] !== undefined) return data;
  return { [field.name]: world.default_scope, ...data };
}

/** Issues in the order of the inputs; what is no input comes last. */
function inOrder(fields: readonly InputField[], issues: readonly InputIssue[]): InputIssue[] {
  const names = fields.map(({ name }) => name);
  const place = ({ field }: InputIssue) =>
    (names.indexOf(field.split('.')[0] ?? '') + names.length + 1) % (names.length + 1);
  return [...issues].sort((one, other) => place(one) - place(other));
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

/** Recipients and scopes that the dataset does not declare. What is no text, the schema refuses. */
function undeclaredIn(fields: readonly InputField[], input: unknown, world: World): InputIssue[] {
  if (typeof input !== 'object' || input === null) return [];
  return fields.flatMap(({ name, vocabulary }): InputIssue[] => {
    const declared = declaredOf(world, vocabulary);
    const given = (input as Readonly<Record<string, unknown>>)[name];
    if (declared === undefined) return [];
    const texts: unknown[] = [given].flat();
    return texts.flatMap((value, at): InputIssue[] => {
      if (typeof value !== 'string' || declared.includes(value)) return [];
      const field = Array.isArray(given) ? `${name}.${at}` : name;
      return [{ field, value: showValue(value), expected: allowedWords(declared) }];
    });
  });
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
