import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { reportOf, type Figures, type Run } from './report.ts';

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
const [target, hook] = [join(cache, 'used.json'), join(cache, 'used.cjs')];

function govexport(line: string, kind: Figures['kind'], ends = 0): Contender {
  const args = [...line.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);
  const command = [process.execPath, program, ...args] as const;
  return { name: `govexport ${line}`.trim(), kind, command, ends };
}

/** A command that answers: as it is asked again, and as it is asked for the first time. */
function answer(line: string): Contender[] {
  return [govexport(line, 'again'), { ...govexport(`${line} --no-cache`, 'first'), name: `govexport ${line}` }];
}

/** The commands as data, as the build wrote them. */
const { commands } = JSON.parse(
  readFileSync(new URL('../../apps/cli/dist/commands.json', import.meta.url), 'utf8'),
) as {
  readonly commands: readonly { readonly name: string; readonly kind: string; readonly examples: readonly string[] }[];
};

/** Every command that answers, as its first example asks. */
const asked = commands.flatMap(({ name, kind, examples: [example] }) =>
  kind === 'work' || example === undefined ? [] : [`${name} ${example}`.trim()],
);

const contenders: readonly Contender[] = [
  { name: 'node -e 0', kind: 'again', command: [process.execPath, '-e', '0'], ends: 0 },
  ...['', '--help', 'trend --help', 'programs --help', '--version'].map((line) => govexport(line, 'again')),
  govexport('__complete trend --cou', 'again'),
  govexport('trend --form 2007', 'again', 2),
  ...[...asked, 'frequency --from 2008 --format json', 'programs list --format csv'].flatMap((line) => answer(line)),
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
  writeFileSync(
    hook,
    `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(target)}, JSON.stringify(process.resourceUsage())))`,
  );
  const figures = present.map(({ name, kind }): Figures => ({ name, kind, runs: [] }));
  // Not counted: it compiles the code, and keeps the answers.
  for (const one of present) run(one);
  // In turn, so that whatever else the machine does falls on all alike.
  for (let round = 0; round < Number(rounds); round += 1)
    present.forEach((one, index) => figures[index]?.runs.push(run(one)));
  const absent = contenders.filter((one) => !present.includes(one)).map(({ name }) => name);
  const text = await reportOf({ figures, absent, rounds: Number(rounds), load: [before, loadavg()[0] ?? 0] });
  rmSync(cache, { recursive: true });
  writeFileSync(new URL('../results/cli.md', import.meta.url), text);
  console.log(text);
}

/** One process from its start to its end. One of Node says itself what it used; of another program only the time is known. */
function run({ kind, command: [file, ...args], ends }: Contender): Run {
  const started = performance.now();
  const options = kind === 'other' ? args : ['--require', hook, ...args];
  const { status } = spawnSync(file, options, { stdio: 'ignore', env: { ...process.env, XDG_CACHE_HOME: cache } });
  const time = performance.now() - started;
  if (status !== ends) throw new Error(`${file} ${args.join(' ')} ended with ${String(status)}`);
  if (kind === 'other') return { time, processor: null, mebibytes: null };
  const used = JSON.parse(readFileSync(target, 'utf8')) as NodeJS.ResourceUsage;
  return {
    time,
    processor: (used.userCPUTime + used.systemCPUTime) / 1_000,
    mebibytes: used.maxRSS / 1_024,
  };
}
