import type { Estimate } from './estimate.ts';
import { reasons } from './reasons.ts';

/** A share in percent with one decimal, such as 51.9 %. */
export function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}

/** A number with so many digits after the point. */
export function decimals(value: number, digits = 2): string {
  return value.toFixed(digits);
}

/** A p value: three decimals, or "below 0.001". */
export function pValue(value: number): string {
  return value < 0.001 ? 'below 0.001' : value.toFixed(3);
}

/** A count with its noun: "1 program", "31 programs". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** The range of years of an input: "2006-2025", "2017", or "no year". */
export function yearRange(first: number | null, last: number | null): string {
  if (first === null || last === null) return 'no year';
  return first === last ? String(first) : `${first}–${last}`;
}

/** The interval of an estimate: "95% interval 1.02 to 1.16". */
export function intervalWords(estimate: Estimate, print: (value: number) => string): string {
  if (!('level' in estimate)) return `not computable: ${reasons[estimate.reason]}`;
  const low = estimate.low === null ? 'unbounded' : print(estimate.low);
  const high = estimate.high === null ? 'without upper end' : print(estimate.high);
  return `${Number((100 * estimate.level).toPrecision(12))}% interval ${low} to ${high}`;
}

/** An estimate with its interval: "1.12 (95% interval 1.04 to 1.22)", or why there is none. */
export function estimateWords(estimate: Estimate, print: (value: number) => string): string {
  if (!('level' in estimate)) return intervalWords(estimate, print);
  return `${estimate.estimate === null ? 'infinite' : print(estimate.estimate)} (${intervalWords(estimate, print)})`;
}
