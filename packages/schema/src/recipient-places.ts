import { z } from 'zod';
import { allowedWords, declaredByIt } from './declared.ts';

/** Where a recipient stands in a record: names of fields; a list has no name of its own. */
export type Place = readonly string[];

/** What may stand where a recipient does, in words. */
export function recipientWords(recipients: readonly string[]): string {
  const words = allowedWords(recipients);
  const listed = `${words}, the recipients in dataset.json`;
  return words.includes(declaredByIt) ? words.replace(declaredByIt, 'recipients in dataset.json') : listed;
}

/** Whether a field holds one recipient. */
export function isRecipient(field: unknown): boolean {
  const inner = field instanceof z.ZodNullable ? field.unwrap() : field;
  return inner instanceof z.ZodType && inner.meta()?.['x-vocabulary'] === 'recipient_country';
}

/** The fields of a record that hold recipient states. */
export function recipientPlacesOf(record: z.ZodObject): Place[] {
  return Object.entries(record.shape).flatMap(([name, field]) => {
    const inner = innerOf(field as z.ZodType);
    if (inner instanceof z.ZodObject) return recipientPlacesOf(inner).map((place) => [name, ...place]);
    return isRecipient(inner) ? [[name]] : [];
  });
}

function innerOf(field: z.ZodType): z.ZodType {
  if (field instanceof z.ZodNullable) return innerOf(field.unwrap() as z.ZodType);
  return field instanceof z.ZodArray ? innerOf(field.element as z.ZodType) : field;
}

/** The values at a place of a record, each with the dotted path of its field. */
export function valuesAt(value: unknown, place: Place, path = ''): { field: string; value: unknown }[] {
  // A list within a list is no list of states, however deep it goes.
  if (Array.isArray(value))
    return value.flatMap((item, at) => (Array.isArray(item) ? [] : valuesAt(item, place, `${path}.${at}`)));
  const [name, ...below] = place;
  if (name === undefined) return [{ field: path, value }];
  if (typeof value !== 'object' || value === null) return [];
  const next = path === '' ? name : `${path}.${name}`;
  return valuesAt((value as Readonly<Record<string, unknown>>)[name], below, next);
}
