/** What one value of a vocabulary is called and what it means. */
export interface Term {
  readonly label: string;
  readonly definition: string;
}

/**
 * A closed list of values, each with a label and a definition. It needs no zod, so that a browser can show labels and
 * recompute without it; `oneOf` makes the zod enum.
 */
export interface Vocabulary<Value extends string = string> {
  readonly name: string;
  readonly title: string;
  readonly terms: Readonly<Record<Value, Term>>;
  readonly values: readonly Value[];
}

/**
 * Defines a vocabulary. The order of the terms is the order in tables, charts and forms.
 *
 * @param name - the name of the vocabulary, the same in schema, codebook and API
 * @param title - a short title for people
 * @param terms - label and definition of each value
 * @example
 * defineVocabulary('size', 'Size', { small: { label: 'Small', definition: 'Under ten.' } }).values // => ['small']
 */
export function defineVocabulary<const Terms extends Record<string, Term>>(
  name: string,
  title: string,
  terms: Terms,
): Vocabulary<Extract<keyof Terms, string>> {
  const values = Object.keys(terms) as Extract<keyof Terms, string>[];
  return { name, title, terms, values };
}

/** A value of a vocabulary. */
export type ValueOf<V extends Vocabulary> = V['values'][number];
