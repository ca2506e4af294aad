/** Shows how far long work is: a line, and beside it a bar where the part that is done is known. */
export type Progress = (line: string, done?: number | null) => void;

const cells = 24;

/**
 * Shows progress on a terminal. The cursor stands below the bar at all times, so that whatever is printed next stands on a
 * line of its own.
 *
 * @param isPlain - whether the terminal cannot move its cursor
 */
export function progressOn(stream: { write: (text: string) => unknown }, isPlain: boolean): Progress {
  let isDrawn = false;
  return (line, done = null) => {
    const bar = done === null || isPlain ? '' : `${barOf(done)} `;
    const over = isDrawn && bar !== '' ? '\u001B[1A\u001B[2K' : '';
    isDrawn = bar !== '';
    stream.write(`${over}govexport: ${bar}${line}\n`);
  };
}

/** The bar for a part that is done, 0 to 1. */
export function barOf(done: number): string {
  const part = Math.min(1, Math.max(0, done));
  const filled = Math.floor(part * cells);
  return `[${'#'.repeat(filled)}${'-'.repeat(cells - filled)}] ${String(Math.floor(part * 100)).padStart(3)} %`;
}
