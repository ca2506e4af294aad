import { z } from 'zod';

/** What one value of a vocabulary is called and what it means. */
export interface Term {
  readonly label: string;
  readonly definition: string;
}

/** A closed list of values, each with a label and a definition, and the zod enum made from it. */
export interface Vocabulary<Value extends string = string> {
  readonly name: string;
  readonly title: string;
  readonly terms: Readonly<Record<Value, Term>>;
  readonly values: readonly Value[];
  readonly schema: z.ZodEnum<{ [V in Value]: V }>;
}

/**
 * Defines a vocabulary. The order of the terms is the order in tables, charts and forms.
 *
 * @param name - the name of the vocabulary, the same in schema, codebook and API
 * @param title - a short title for people
 * @param terms - label and definition of each value
 */
export function defineVocabulary<const Terms extends Record<string, Term>>(
  name: string,
  title: string,
  terms: Terms,
): Vocabulary<Extract<keyof Terms, string>> {
  type Value = Extract<keyof Terms, string>;
  const values = Object.keys(terms) as Value[];
  const schema = z.enum(values).meta({ vocabulary: name }) as unknown as z.ZodEnum<{ [V in Value]: V }>;
  return { name, title, terms, values, schema };
}
