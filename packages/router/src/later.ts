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

/** A parser as tRPC takes it, whose schema is made when it is first asked for. */
export function laterParser<Output>(make: () => { parse: (value: unknown) => Output }) {
  const parser = later(make);
  return { parse: (value: unknown): Output => parser().parse(value) };
}
