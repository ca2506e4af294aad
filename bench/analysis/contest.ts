import { isDeepStrictEqual } from 'node:util';
import { arqueroEngine, duckdbEngine, type Engine } from './engines.ts';
import { shortestTime, milliseconds } from './measure.ts';
import { frequencyEngine, pairColumns, pairLoop, programLoop } from './own-engines.ts';
import { pairsOf, type Pair } from './pairs.ts';
import { syntheticDataset } from './synthetic.ts';

/** One line of the table of engines. */
export type Line = readonly string[];

/** Counts by year and country over invented programs, all of them and those of the default scope. */
export async function programContest(size: number, seed: number): Promise<Line[]> {
  const dataset = syntheticDataset(size, seed);
  const pairs = pairsOf(dataset);
  const rows = `${size.toLocaleString('en')} programs`;
  const lines: Line[] = [];
  for (const filtered of [false, true]) {
    const engines = [
      programLoop(dataset, filtered),
      frequencyEngine(dataset, filtered ? 'default' : 'all'),
      await duckdbEngine(pairs, filtered),
      arqueroEngine(pairs, filtered),
    ];
    lines.push(...(await contest(`${rows}, ${filtered ? 'two conditions' : 'all'}`, engines, size)));
  }
  return lines;
}

/** Counts by year and country over rows of a file. */
export async function rowContest(pairs: readonly Pair[]): Promise<Line[]> {
  const engines = [pairLoop(pairs), pairColumns(pairs), await duckdbEngine(pairs, false), arqueroEngine(pairs, false)];
  return contest(`${pairs.length.toLocaleString('en')} US rows`, engines, pairs.length);
}

/** Times every engine in turn, after checking that all of them count the same. */
async function contest(task: string, engines: readonly Engine[], size: number): Promise<Line[]> {
  const [first] = engines;
  const expected = await first?.cells();
  for (const { name, cells } of engines) {
    if (!isDeepStrictEqual(await cells(), expected)) throw new Error(`${task}: "${name}" counts otherwise.`);
  }
  const runs = size > 100_000 ? 15 : 101;
  const lines: Line[] = [];
  let loop = 0;
  for (const { name, run } of engines) {
    const time = await shortestTime(run, runs);
    if (loop === 0) loop = time;
    lines.push([task, name, milliseconds(time), `${Number((time / loop).toPrecision(2))}`]);
  }
  return lines;
}
