import { writeNumber, type NumberForm } from '@govexport/analysis/tables';

/** A place on an axis and what is written there. */
export interface Tick {
  readonly value: number;
  readonly text: string;
}

const mostDigits = 6;

/**
 * The ticks of an axis that mean something, since there is no half program and no half year, written with as many digits
 * as the finest of them needs.
 *
 * @example
 * axisTicks([0, 0.5, 1], { kind: 'ratio', language: 'en' }).map(({ text }) => text) // => ['0.0', '0.5', '1.0']
 */
export function axisTicks(values: readonly number[], form: NumberForm): Tick[] {
  const whole = form.kind === 'count' || form.kind === 'year';
  const kept = values.filter((value) => !whole || Number.isInteger(value));
  const digits = Math.max(0, ...kept.map((value) => digitsOf(form.kind === 'share' ? 100 * value : value)));
  return kept.map((value) => ({ value, text: writeNumber(value, { ...form, digits }) }));
}

/** Digits behind the point that a tick needs; what a computation leaves beyond is none. */
function digitsOf(value: number): number {
  const [, fraction = ''] = value.toFixed(mostDigits).split('.');
  return fraction.replace(/0+$/, '').length;
}
