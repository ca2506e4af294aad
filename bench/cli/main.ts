import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { statisticNames } from '@govexport/router';
import { reportOf, type Figures } from './report.ts';

const defaultRounds = 11;

const program = fileURLToPath(new URL('../../apps/cli/dist/govexport.js', import.meta.url));
const data = dirname(fileURLToPath(import.meta.resolve('@govexport/dataset/package.json')));
const csv = join(data, 'csv/programs.csv');

/** A process that is timed from its start to its end. */
interface Contender {
  readonly name: string;
  readonly kind: Figures['kind'];
  readonly command: readonly [program: string, ...args: string[]];
  /** Exit code where it ends as it should. */
  readonly ends: number;
}

/** Node keeps compiled code here, and the program its answers, so that a measure begins from an empty folder. */
const cache = mkdtempSync(join(tmpdir(), 'govexport-bench-'));

function govexport(line: string, kind: Figures['kind'], ends = 0): Contender {
  const args = line.split(' ').filter((word) => word !== '');
  const command = [process.execPath, program, ...args] as const;
  return { name: `govexport ${line}`.trim(), kind, command, ends };
}

/** A command that answers: as it is asked again, and as it is asked for the first time. */
function answer(line: string): Contender[] {
  return [govexport(line, 'again'), { ...govexport(`${line} --no-cache`, 'first'), name: `govexport ${line}` }];
}

const contenders: readonly Contender[] = [
  { name: 'node -e 0', kind: 'again', command: [process.execPath, '-e', '0'], ends: 0 },
  ...['', '--help', 'trend --help', 'programs --help', '--version'].map((line) => govexport(line, 'again')),
  govexport('__complete trend --cou', 'again'),
  govexport('trend --form 2007', 'again', 2),
  ...statisticNames.flatMap((name) => answer(name)),
  ...[
    'frequency --from 2008 --format json',
    'programs list --format csv',
    'programs search police',
    'programs facets',
    'programs get GX-0001',
    'sources get S-0001',
    'transfers list',
    'tables',
    'codebook venue',
    'cite GX-0001',
    'cite view programs countries=KG',
    'meta',
    'export programs',
    'schema programs',
    'completion bash',
    'manual',
  ].flatMap((line) => answer(line)),
  govexport('open GX-0001', 'first'),
  { ...govexport(`dataset validate ${join(data, 'data')}`, 'first'), name: 'govexport dataset validate' },
  other('python3, csv, programs by year', [
    'python3',
    '-c',
    `import csv, collections; print(collections.Counter(r["year"] for r in csv.DictReader(open(${JSON.stringify(csv)}, encoding="utf-8"))))`,
  ]),
  other('Rscript, read.csv, programs by year', [
    'Rscript',
    '--vanilla',
    '-e',
    `print(table(read.csv(${JSON.stringify(csv)})$year))`,
  ]),
  other('sqlite3, programs by year', [
    'sqlite3',
    join(data, 'dist/files/govexport.sqlite'),
    'select year, count(*) from programs group by year',
  ]),
];

function other(name: string, command: Contender['command']): Contender {
  return { name, kind: 'other', command, ends: 0 };
}

/**
 * Times whole processes of the command line beside bare Node and other programs, all in one run.
 *
 * @param given - number of rounds; 11 where not given
 */
export async function main([rounds = String(defaultRounds)]: string[]): Promise<void> {
  const before = loadavg()[0] ?? 0;
  const present = contenders.filter(({ command: [file] }) => spawnSync(file, ['--version']).error === undefined);
  const figures = present.map(({ name, kind }) => ({ name, kind, times: [] as number[], mebibytes: null }));
  // Not counted: it compiles the code, and keeps the answers.
  for (const one of present) run(one);
  // In turn, so that whatever else the machine does falls on all alike.
  for (let round = 0; round < Number(rounds); round += 1)
    present.forEach((one, index) => figures[index]?.times.push(run(one)));
  const measured = figures.map((one, index): Figures => ({ ...one, mebibytes: peakOf(present[index]) }));
  const absent = contenders.filter((one) => !present.includes(one)).map(({ name }) => name);
  const text = await reportOf({ figures: measured, absent, rounds: Number(rounds), load: [before, loadavg()[0] ?? 0] });
  rmSync(cache, { recursive: true });
  writeFileSync(new URL('../results/cli.md', import.meta.url), text);
  console.log(text);
}

/** Milliseconds from start to end. */
function run({ command: [file, ...args], ends }: Pick<Contender, 'command' | 'ends'>): number {
  const started = performance.now();
  const { status } = spawnSync(file, args, { stdio: 'ignore', env: { ...process.env, XDG_CACHE_HOME: cache } });
  const time = performance.now() - started;
  if (status !== ends) throw new Error(`${file} ${args.join(' ')} ended with ${String(status)}`);
  return time;
}

/** Most memory that a process of Node held; null for any other program, which cannot be asked. */
function peakOf(contender: Contender | undefined): number | null {
  if (contender === undefined || contender.kind === 'other') return null;
  const { command, ends } = contender;
  const [target, hook] = [join(cache, 'peak'), join(cache, 'peak.cjs')];
  writeFileSync(
    hook,
    `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(target)}, String(process.resourceUsage().maxRSS)))`,
  );
  run({ command: [command[0], '--require', hook, ...command.slice(1)], ends });
  return Number(readFileSync(target, 'utf8')) / 1_024;
}
