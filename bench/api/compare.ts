import { load, type Load } from './load.ts';
import type { Figures, Target } from './report.ts';

/** How often each target is loaded, and for how many seconds. */
export const rounds = 9;
export const seconds = 2;

/** Every target in turn, in rounds, so that whatever else the machine does falls on all alike. */
export function compare(targets: readonly Target[]): Figures[] {
  const figures = targets.map((target) => ({ target, loads: [] as Load[] }));
  for (const { server, path } of targets) load(server, [path], 1);
  for (let round = 0; round < rounds; round += 1) {
    for (const { target, loads } of figures) loads.push(load(target.server, [target.path], seconds));
  }
  return figures;
}
