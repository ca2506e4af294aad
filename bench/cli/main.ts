import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { reportOf, type Figures } from './report.ts';

const usualRounds = 21;

const program = fileURLToPath(new URL('../../apps/cli/dist/govexport.js', import.meta.url));
const data = dirname(fileURLToPath(import.meta.resolve('@govexport/dataset/package.json')));
const csv = join(data, 'csv/programs.csv');

/** A process that is timed from its start to its end. */
interface Contender {
  readonly name: string;
  readonly command: readonly [program: string, ...args: string[]];
  readonly variables?: Readonly<Record<string, string>>;
}

/** Node keeps compiled code here, so that a measure begins from an empty folder. */
const cache = mkdtempSync(join(tmpdir(), 'govexport-bench-'));

function govexport(name: string, args: readonly string[], variables: Readonly<Record<string, string>> = {}): Contender {
  return { name, command: [process.execPath, program, ...args], variables: { XDG_CACHE_HOME: cache, ...variables } };
}

const contenders: readonly Contender[] = [
  { name: 'node -e 0', command: [process.execPath, '-e', '0'] },
  govexport('govexport overview --format json (published answer)', ['overview', '--format', 'json']),
  govexport('govexport --help', ['--help']),
  govexport('govexport overview', ['overview']),
  govexport('govexport frequency --from 2008 --format json', ['frequency', '--from', '2008', '--format', 'json']),
  govexport('the same without compiled code', ['frequency', '--from', '2008', '--format', 'json'], {
    NODE_DISABLE_COMPILE_CACHE: '1',
  }),
  govexport('govexport programs list --format csv', ['programs', 'list', '--format', 'csv']),
  {
    name: 'python3, csv, programs by year',
    command: [
      'python3',
      '-c',
      `import csv, collections; print(collections.Counter(r["year"] for r in csv.DictReader(open(${JSON.stringify(csv)}, encoding="utf-8"))))`,
    ],
  },
  {
    name: 'Rscript, read.csv, programs by year',
    command: ['Rscript', '--vanilla', '-e', `print(table(read.csv(${JSON.stringify(csv)})$year))`],
  },
  {
    name: 'sqlite3, programs by year',
    command: [
      'sqlite3',
      join(data, 'dist/files/govexport.sqlite'),
      'select year, count(*) from programs group by year',
    ],
  },
];

/**
 * Times whole processes of the command line beside bare Node and other programs, all in one run.
 *
 * @param given - number of rounds; 21 where not given
 */
export async function main([rounds = String(usualRounds)]: string[]): Promise<void> {
  const before = loadavg()[0] ?? 0;
  const present = contenders.filter(({ command: [file] }) => spawnSync(file, ['--version']).error === undefined);
  const figures: Figures[] = present.map(({ name }) => ({ name, times: [], mebibytes: null }));
  for (const one of present) run(one);
  // In turn, so that whatever else the machine does falls on all alike.
  for (let round = 0; round < Number(rounds); round += 1)
    present.forEach((one, place) => figures[place]?.times.push(run(one)));
  const measured = figures.map((one, place) => ({ ...one, mebibytes: peakOf(present[place]) }));
  const absent = contenders.filter((one) => !present.includes(one)).map(({ name }) => name);
  const text = await reportOf({ figures: measured, absent, rounds: Number(rounds), load: [before, loadavg()[0] ?? 0] });
  rmSync(cache, { recursive: true });
  writeFileSync(new URL('../results/cli.md', import.meta.url), text);
  console.log(text);
}

/** Milliseconds from start to end. */
function run({ command: [file, ...args], variables }: Contender): number {
  const started = performance.now();
  const { status } = spawnSync(file, args, { stdio: 'ignore', env: { ...process.env, ...variables } });
  const time = performance.now() - started;
  if (status !== 0) throw new Error(`${file} ${args.join(' ')} ended with ${String(status)}`);
  return time;
}

/** Most memory that a process of Node held; null for any other program, which cannot be asked. */
function peakOf(contender: Contender | undefined): number | null {
  if (contender?.command[0] !== process.execPath) return null;
  const { command, variables } = contender;
  const [target, hook] = [join(cache, 'peak'), join(cache, 'peak.cjs')];
  writeFileSync(
    hook,
    `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(target)}, String(process.resourceUsage().maxRSS)))`,
  );
  run({ ...contender, command: [command[0], '--require', hook, ...command.slice(1)], ...(variables && { variables }) });
  return Number(readFileSync(target, 'utf8')) / 1_024;
}
