/**
 * What makes a value when it is first asked for, and keeps it. The schemas of every table together take longer to make
 * than to answer a question, which needs those of one.
 *
 * @example
 * const number = later(() => 7);
 * number() // => 7
 */
export function later<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
