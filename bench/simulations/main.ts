import { writeFileSync } from 'node:fs';
import { createRandom } from '@govexport/analysis/numeric/random';
import { format } from 'prettier';
import { trials } from './coverages.ts';
import { nullTrials } from './false-rates.ts';
import { level } from './trial.ts';

/** Sizes of the samples: those of the published records are among them. */
const sizes = [10, 16, 33, 59, 137, 1000];

const defaultSeries = 2000;

const header = (first: string): string[] => [
  `| ${first} | sample | ${sizes.join(' | ')} |`,
  `| --- | --- | ${sizes.map(() => '---:').join(' | ')} |`,
];

/** The share of series that are true, among those that are not null. */
function shareOf(
  series: number,
  seed: number,
  one: (random: ReturnType<typeof createRandom>) => boolean | null,
): string {
  const random = createRandom(seed);
  let [held, given] = [0, 0];
  for (let index = 0; index < series; index += 1) {
    const found = one(random);
    if (found !== null) given += 1;
    if (found === true) held += 1;
  }
  return given === 0 ? 'none' : (held / given).toFixed(3);
}

/**
 * Tries every interval over samples whose truth is known, and every test of a verdict over samples in which nothing
 * differs, and writes `results/simulations.md`.
 *
 * @param given - number of simulated samples of each kind and size; 2,000 where not given
 */
export async function main([given = String(defaultSeries)]: string[]): Promise<void> {
  const series = Number(given);
  const error = Math.sqrt((level * (1 - level)) / series);
  const covered = trials.map(({ interval, sample, held }) => {
    const cells = sizes.map((n) => shareOf(series, n, (random) => held(n, random)));
    return `| ${interval} | ${sample} | ${cells.join(' | ')} |`;
  });
  const found = nullTrials.map(({ test, sample, finds }) => {
    const cells = sizes.map((n) => shareOf(series, n, (random) => finds(n, random)));
    return `| ${test} | ${sample} | ${cells.join(' | ')} |`;
  });
  const lines = [
    '# Intervals and tests over simulated samples',
    '',
    `\`pnpm bench simulate ${series}\`: ${series} samples of each kind and size, seeded by the size. The standard error of a share of ${level} is ${error.toFixed(4)}. Series that vary more than Poisson counts are negative binomial. “none”: no interval is given for such samples; the share is of the samples for which one is.`,
    '',
    '## How often an interval holds the truth',
    '',
    `Asked for is ${level}. The columns are numbers of programs.`,
    '',
    ...[...header('interval'), ...covered],
    '',
    '## How often a test finds a difference that is not there',
    '',
    `The level is ${(1 - level).toFixed(2)}, two-sided. The columns are numbers of programs.`,
    '',
    ...[...header('test or rule'), ...found],
    '',
    'Not simulated here: the odds ratio, whose interval is exact given the margins.',
  ];
  const text = await format(lines.join('\n'), { parser: 'markdown', printWidth: 120 });
  writeFileSync(new URL('../results/simulations.md', import.meta.url), text);
  console.log(text);
}
