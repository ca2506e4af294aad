/**
 * An object whose values are asked for when they are looked at, so that schemas which nobody looks at are not built.
 *
 * @example
 * getters({ answer: once(() => 6 * 7) }).answer // => 42
 */
export function getters<Values extends object>(makers: {
  readonly [Key in keyof Values]: () => Values[Key];
}): Values {
  const properties = Object.entries<() => unknown>(makers).map(([key, get]) => [key, { get, enumerable: true }]);
  return Object.defineProperties({}, Object.fromEntries(properties) as PropertyDescriptorMap) as Values;
}
