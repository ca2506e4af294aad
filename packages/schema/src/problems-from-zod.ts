import { z } from 'zod';
import { RecordId } from './fields.ts';
import { showValue, type Problem, type RecordFile } from './problem.ts';
import { isRecipient, recipientWords } from './recipient-places.ts';
import { valueAt } from './value-at.ts';

/** The id of an unchecked record, where it has one. */
export function recordIdOf(value: unknown): string | null {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
  return RecordId.safeParse(id).data ?? null;
}

interface Failed {
  readonly error: z.core.$ZodError;
  /** The recipients of the dataset, where they are known. */
  readonly recipients?: readonly string[] | undefined;
}

/** Turns the issues of one failed parse into problems, each with the file of the record. */
export function problemsFromZod(
  { file, value }: RecordFile,
  schema: z.ZodType,
  { error, recipients }: Failed,
): Problem[] {
  const record = recordIdOf(value);
  return error.issues.flatMap((issue) => {
    const unknownKeys = issue.code === 'unrecognized_keys';
    const paths = unknownKeys ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    const wrongState = recipients !== undefined && issue.code === 'custom' && isRecipient(schemaAt(schema, issue.path));
    const words = wrongState ? recipientWords(recipients) : expectedBy(issue);
    const expected = unknownKeys ? 'no such field' : orNull(words, schemaAt(schema, issue.path));
    return paths.map((path) => ({
      file,
      record,
      field: showPath(path),
      value: showValue(valueAt(value, path)),
      expected,
    }));
  });
}

/**
 * What a zod issue asks for, in words.
 *
 * @example
 * const issue = oneOf(Venue).safeParse('abroad').error.issues[0]
 * expectedBy(issue) // => 'one of in_sender, in_recipient, third_state, hybrid, online, unknown'
 */
export function expectedBy(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return `one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'too_big' && issue.message.startsWith('Too big')) return `at most ${issue.maximum}`;
  if (issue.code === 'too_small' && issue.message.startsWith('Too small')) return `at least ${issue.minimum}`;
  if (issue.code === 'invalid_type' && issue.message.startsWith('Invalid input'))
    return `a value of type ${issue.expected}`;
  // What a key must be, its own schema says.
  if (issue.code === 'invalid_key') return issue.issues[0]?.message ?? issue.message;
  return issue.message;
}

/** The schema of a place in a record. */
export function schemaAt(schema: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((holder, key) => {
    const inner = holder instanceof z.ZodNullable ? holder.unwrap() : holder;
    if (inner instanceof z.ZodObject) return inner.shape[String(key)];
    return inner instanceof z.ZodArray ? inner.element : undefined;
  }, schema);
}

/** An issue inside a nullable field does not tell that the field may be unknown. */
export function orNull(expected: string, schema: unknown): string {
  return schema instanceof z.ZodNullable && !expected.endsWith(' or null') ? `${expected}, or null` : expected;
}

/** A field as a dotted path; a key that is no plain name is quoted and shortened. */
function showPath(path: readonly PropertyKey[]): string {
  return path
    .map(String)
    .map((key) => (/^[\w-]{1,60}$/.test(key) ? key : showValue(key)))
    .join('.');
}
