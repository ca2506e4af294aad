import type { CellType } from '@govexport/schema';
import type { Scalar } from '../../query/query.ts';
import type { Known } from './dialect.ts';
import type { Typed } from './key.ts';

const kinds = { text: 'string', integer: 'number', number: 'number', boolean: 'boolean' } as const;

/** Whether a field of that type can hold a value; no field holds text that is not well-formed Unicode. */
export function fits(value: Scalar, type: CellType): boolean {
  if (typeof value !== kinds[type]) return false;
  if (typeof value === 'string') return !/\p{Cs}/u.test(value);
  return type === 'integer' ? Number.isSafeInteger(value) : typeof value === 'boolean' || Number.isFinite(value);
}

/**
 * A value that fields are ordered against: a number of any size, or a value that the field can hold.
 *
 * @throws RangeError where it is of another type
 */
export function boundOf(value: Known, { type }: Typed): Known {
  if (typeof value === 'number' && type === 'integer' && !Number.isNaN(value)) {
    return Math.max(Number.MIN_SAFE_INTEGER, Math.min(value, Number.MAX_SAFE_INTEGER));
  }
  if (fits(value, type)) return value;
  throw new RangeError(`${JSON.stringify(value)} cannot be compared with a field of type ${type}`);
}
