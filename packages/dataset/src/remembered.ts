/** How many texts are remembered: most columns of a large table say the same again and again. */
const manyTexts = 10_000;

/** A text longer than this is seldom said again. */
const longText = 80;

/** A function of a text that is not asked the same twice, as long as it was asked few other texts since. */
export function remembered<Value>(make: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, { readonly value: Value }>();
  return (text) => {
    if (text.length > longText) return make(text);
    const kept = known.get(text);
    if (kept !== undefined) return kept.value;
    if (known.size >= manyTexts) known.clear();
    const value = make(text);
    known.set(text, { value });
    return value;
  };
}
