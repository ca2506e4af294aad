// `pnpm --filter @govexport/cli kills [COUNT]`: kills every writing command often, and writes what came of it to
// bench/results/kills.md.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { killOften, type Tally } from '../test/kills/kill-runs.ts';

const count = Number(process.argv[2] ?? 1000);
const seed = 1;
const results = fileURLToPath(new URL('../../../bench/results/kills.md', import.meta.url));

function sum(tallies: readonly Tally[], of: (tally: Tally) => number): number {
  return tallies.reduce((total, one) => total + of(one), 0);
}

function sentenceOf(tallies: readonly Tally[]): string {
  const runs = sum(tallies, (one) => one.runs);
  const killed = sum(tallies, (one) => one.killed);
  return `${runs} runs, ${killed} killed before their end: ${sum(tallies, ({ problems }) => problems.length)} lost, half or left.`;
}

function report(tallies: readonly Tally[]): string {
  const rows = tallies.map(
    ({ command, runs, killed, parts, problems }) =>
      `| \`${command}\` | ${runs} | ${killed} | ${parts} | ${problems.length} |`,
  );
  return [
    '# Kills at random moments',
    '',
    `\`pnpm --filter @govexport/cli kills ${count}\`, seed ${seed}, Node ${process.version}. Each run is sent SIGKILL at a moment drawn evenly from the time that the command takes; then the folder is looked at, the command is run to its end, and the folder is looked at again.`,
    '',
    '| command | runs | killed before their end | left something unfinished, which the next run took away | lost, half or left |',
    '| --- | --: | --: | --: | --: |',
    ...rows,
    '',
    sentenceOf(tallies),
    ...tallies.flatMap(({ command, problems }) => problems.map((one) => `\n- ${command}: ${one}`)),
    '',
  ].join('\n');
}

const tallies = await killOften({
  count,
  seed,
  onRun: (done, soFar) => {
    if (done % 50 !== 0) return;
    writeFileSync(results, report(soFar));
    console.log(`${done} of ${count}`);
  },
});
writeFileSync(results, report(tallies));
console.log(sentenceOf(tallies));
process.exitCode = tallies.every(({ problems }) => problems.length === 0) ? 0 : 1;
