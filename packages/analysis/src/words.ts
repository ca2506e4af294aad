import type { Estimate } from './estimate.ts';
import { writeCount, writeLevel, writeNumber } from './numbers.ts';
import { reasons } from './reasons.ts';

/** A share in percent with one decimal, such as 51.9 %. */
export function percent(share: number): string {
  return writeNumber(share, { kind: 'share', language: 'en', digits: 1 });
}

/** A number with so many digits after the point. */
export function decimals(value: number, digits = 2): string {
  return writeNumber(value, { kind: 'number', language: 'en', digits });
}

/** A p value: three decimals, or "below 0.001", for a sentence has no signs. */
export function pValue(value: number): string {
  return writeNumber(value, { kind: 'p_value', language: 'en', digits: 3 }).replace('<', 'below ');
}

/** A count with its noun: "1 program", "31 programs". */
export function counted(count: number, noun: string): string {
  return `${writeCount(count, 'en')} ${noun}${count === 1 ? '' : 's'}`;
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
  return `${writeLevel(estimate.level)} interval ${low} to ${high}`;
}

/** An estimate with its interval: "1.12 (95% interval 1.04 to 1.22)", or why there is none. */
export function estimateWords(estimate: Estimate, print: (value: number) => string): string {
  if (!('level' in estimate)) return intervalWords(estimate, print);
  return `${estimate.estimate === null ? 'infinite' : print(estimate.estimate)} (${intervalWords(estimate, print)})`;
}

/** A sentence about years, with another where the last year is left out because the collection ends within it. */
export function withIncompleteYear(
  sentence: string,
  { incomplete_year: left }: { readonly incomplete_year: { readonly year: number; readonly count: number } | null },
): string {
  if (left === null) return sentence;
  return `${sentence} Left out: ${left.year}, which the collection does not cover to its end (${counted(left.count, 'program')}).`;
}
