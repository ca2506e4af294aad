/** One row of the charted table, as it is drawn. */
export interface Mark {
  readonly label: string;
  /** The value as the table prints it. */
  readonly text: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly line: number | null;
}

/** What the marks of a chart are measured by; zero is always on it. */
export interface Scale {
  readonly from: number;
  readonly to: number;
  /** The ends as the table prints its numbers. */
  readonly words: readonly [from: string, to: string];
}

const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** A level bar from zero to the value; nothing where the value is not known. */
export function barOf({ value }: Mark, { from, to }: Scale, width: number): string {
  if (value === null || to === from) return '';
  const unit = (width * 8) / (to - from);
  const zero = Math.round((-from * unit) / 8);
  const length = Math.round(Math.abs(value) * unit);
  const bar = '█'.repeat(Math.floor(length / 8)) + (eighths[length % 8] ?? '');
  return value < 0
    ? `${' '.repeat(Math.max(0, zero - Math.ceil(length / 8)))}${'█'.repeat(Math.ceil(length / 8))}`
    : ' '.repeat(zero) + bar;
}

/** What stands at the fitted value of a whisker. */
export const fittedSign = '◇';

/** A dot at the value with a line from the low to the high end; an arrow where an end is open. */
export function whiskerOf({ value, low, high, line }: Mark, { from, to }: Scale, width: number): string {
  if (to === from || (value === null && low === null && high === null)) return '';
  const at = (end: number): number => Math.round(((end - from) / (to - from)) * (width - 1));
  const cells = Array.from({ length: width }, () => ' ');
  if (low !== null || high !== null) {
    const first = low === null ? { place: 0, sign: '←' } : { place: at(low), sign: '├' };
    const last = high === null ? { place: width - 1, sign: '→' } : { place: at(high), sign: '┤' };
    cells.fill('─', first.place, last.place);
    cells[first.place] = first.sign;
    cells[last.place] = last.sign;
  }
  if (line !== null) cells[at(line)] = fittedSign;
  if (value !== null) cells[at(value)] = '●';
  return cells.join('').trimEnd();
}
