import type { Frozen } from '@govexport/schema';

/** Freezes a plain value at every depth and returns it. */
export function deepFreeze<T>(value: T): Frozen<T> {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value as Frozen<T>;
}
