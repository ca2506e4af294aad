import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { programContest, rowContest } from './contest.ts';
import { growthTable } from './growth.ts';
import { readUsRows } from './pairs.ts';
import { report } from './report.ts';

const SEED = 2022;
const sizes = [100, 10_000, 1_000_000];

/** Measures, prints the report and writes it to bench/results/analysis.md. */
export async function main(given: string[]): Promise<void> {
  const { values } = parseArgs({ args: given, options: { 'us-rows': { type: 'string' } } });
  const contests = [];
  for (const size of sizes) contests.push(...(await programContest(size, SEED)));
  const file = values['us-rows'];
  if (file === undefined) console.log('The US rows are left out, because no file was given by --us-rows.\n');
  else contests.push(...(await rowContest(readUsRows(file))));
  const growth = await growthTable(sizes, SEED);
  const text = await report(
    contests,
    growth,
    sizes.map((size) => size.toLocaleString('en')),
  );
  const folder = new URL('../results/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL('analysis.md', folder), text);
  console.log(text);
}
