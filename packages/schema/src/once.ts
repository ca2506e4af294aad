/**
 * A function whose value is made at its first call and kept. The schemas of every table and statistic together take longer
 * to make than to answer a question, which needs those of one.
 *
 * @example
 * const number = once(() => Math.random())
 * number() === number() // => true
 */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
