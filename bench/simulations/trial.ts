import type { Interval } from '@govexport/analysis/numeric/interval';
import type { Random } from '@govexport/analysis/numeric/random';

/** The coverage that every interval is asked for. */
export const level = 0.95;

/** The yearly growth of a simulated series that grows. */
export const growth = Math.log(1.14);

/** One interval over one kind of sample: whether it holds the truth, or null where none is given. */
export interface Trial {
  readonly interval: string;
  readonly sample: string;
  readonly held: (n: number, random: Random) => boolean | null;
}

/** Whether an interval holds the truth. */
export function holds({ low, high }: Interval, truth: number): boolean {
  return low <= truth && truth <= high;
}

/** The sum of numbers. */
export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** How many of so many are yes by chance. */
export function yesOf(n: number, share: number, random: Random): number {
  let yes = 0;
  for (let index = 0; index < n; index += 1) yes += random.next() < share ? 1 : 0;
  return yes;
}
