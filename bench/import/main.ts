import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';

const program = fileURLToPath(new URL('../../apps/cli/dist/govexport.js', import.meta.url));
const example = fileURLToPath(new URL('../../docs/examples/us-trainings/', import.meta.url));

/** Lines of the public table; of a table that is made here where none is given. */
const whole = 255_258;
const sizes = [10_000, 100_000, whole];

/** What one process took. */
interface Used {
  /** Seconds from its start to its end. */
  readonly time: number;
  /** Seconds of processors. */
  readonly processor: number;
  /** Most memory. */
  readonly mebibytes: number;
}

interface Line extends Used {
  readonly work: string;
  readonly rows: number;
}

/**
 * Times import and check of the table of US trainings at several sizes: `pnpm bench import us-fmtrpt-all.tsv.gz`. Without a
 * table, the slice in the repository is repeated until it is as long.
 */
export function main([file, rounds = '3']: string[]): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'govexport-bench-'));
  const [hook, used] = [join(home, 'used.cjs'), join(home, 'used.json')];
  writeFileSync(
    hook,
    `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(used)}, JSON.stringify(process.resourceUsage())))`,
  );
  const run = (args: readonly string[]): Used => {
    const started = performance.now();
    const { status, stderr } = spawnSync(process.execPath, ['--require', hook, program, ...args]);
    const time = (performance.now() - started) / 1000;
    if (status !== 0) throw new Error(`${args.join(' ')} ended with ${String(status)}: ${String(stderr)}`);
    const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(readFileSync(used, 'utf8')) as NodeJS.ResourceUsage;
    return { time, processor: (userCPUTime + systemCPUTime) / 1e6, mebibytes: maxRSS / 1024 };
  };
  const before = loadavg()[0] ?? 0;
  const text = prepared(file, home);
  const lines = sizes.flatMap((rows) => {
    const table = join(home, `${rows}.tsv`);
    writeFileSync(table, text.slice(0, rows + 1).join('\n'));
    const folder = join(home, `${rows}`);
    const options = ['--mapping', join(example, 'mapping.json'), '--output', folder];
    const importing = best(Number(rounds), () => {
      rmSync(folder, { recursive: true, force: true });
      return run(['dataset', 'import', table, ...options]);
    });
    const checking = best(Number(rounds), () => run(['dataset', 'validate', folder]));
    return [
      { work: 'import', rows, ...importing },
      { work: 'validate', rows, ...checking },
    ];
  });
  rmSync(home, { recursive: true });
  return report(lines, { file, rounds, load: [before, loadavg()[0] ?? 0] });
}

/** The table as the mapping reads it: its header and its lines. */
function prepared(file: string | undefined, home: string): string[] {
  if (file !== undefined) return lengthened(preparedLines(file));
  const slice = readFileSync(join(example, 'slice.tsv'), 'utf8');
  const copy = join(home, 'slice.tsv');
  writeFileSync(copy, slice);
  return lengthened(preparedLines(copy));
}

function preparedLines(file: string): string[] {
  const options = { encoding: 'utf8', maxBuffer: 2 ** 30 } as const;
  return execFileSync(process.execPath, [join(example, 'prepare.mjs'), file], options)
    .trimEnd()
    .split('\n');
}

function lengthened([header = '', ...rows]: readonly string[]): string[] {
  const repeated = Array.from({ length: whole }, (_, at) => {
    const row = rows[at % rows.length] ?? '';
    const copy = Math.floor(at / rows.length);
    return copy === 0 ? row : row.replace(/^[^"\t]*/, (title) => `${title} (${copy})`);
  });
  return [header, ...repeated];
}

/** The run with the least processor time: whatever else a machine does only adds to it. */
function best(rounds: number, run: () => Used): Used {
  const runs = Array.from({ length: rounds }, run);
  return runs.reduce((least, one) => (one.processor < least.processor ? one : least));
}

interface How {
  readonly file: string | undefined;
  readonly rounds: string;
  readonly load: readonly [before: number, after: number];
}

async function report(lines: readonly Line[], { file, rounds, load }: How): Promise<void> {
  const figures = lines.map(
    ({ work, rows, time, processor, mebibytes }) =>
      `| ${work} | ${rows.toLocaleString('en')} | ${time.toFixed(1)} s | ${processor.toFixed(1)} s | ${Math.round(rows / processor).toLocaleString('en')} | ${mebibytes.toFixed(0)} MiB |`,
  );
  const growth = ['import', 'validate'].map((work) => {
    const [, some, all] = lines.filter((line) => line.work === work);
    if (some === undefined || all === undefined) return '';
    const exponent = Math.log(all.processor / some.processor) / Math.log(all.rows / some.rows);
    return `${work} ${exponent.toFixed(2)}`;
  });
  const table = file === undefined ? 'the slice of the table of US trainings, repeated' : 'the table of US trainings';
  const text = [
    '# Import and check of large tables',
    '',
    `\`pnpm bench import TABLE\` with ${table}. ${cpus().length} x ${cpus()[0]?.model ?? ''}, Node ${process.version}; load average ${load.map((one) => one.toFixed(1)).join(' before, ')} after. Whole processes of the built command, ${rounds} of each; the one that took least of the processor. Time is what a clock shows and holds what else the machine did; rows a second are by processor time.`,
    '',
    '| work | rows | time | processor | rows a second | most memory |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...figures,
    '',
    `Growth of the processor time from 100,000 rows to all of them, as an exponent of their number: ${growth.join(', ')}. One is in proportion.`,
  ].join('\n');
  const pretty = await format(text, { parser: 'markdown' });
  writeFileSync(new URL('../results/import.md', import.meta.url), pretty);
  console.log(pretty);
}
