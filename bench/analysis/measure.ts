/** The shortest of the times of repeated runs, in milliseconds, after warm-up: other work disturbs it least. */
export async function shortestTime(run: () => unknown, runs: number): Promise<number> {
  for (let warm = 0; warm < Math.min(runs, 10); warm += 1) await run();
  const times: number[] = [];
  for (let turn = 0; turn < runs; turn += 1) {
    const started = performance.now();
    await run();
    times.push(performance.now() - started);
  }
  return Math.min(...times);
}

/** A time with three significant digits. */
export function milliseconds(time: number): string {
  return `${Number(time.toPrecision(3))} ms`;
}
