// A process for each engine, so that its memory is its own: `run-engine.ts ENGINE PROGRAMS SOURCES`.
import { createHash } from 'node:crypto';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { open, openMemory } from '@govexport/analysis';
import { openDuckdb } from '@govexport/analysis/engines/duckdb';
import { loadDataset } from '@govexport/dataset';
import type { Dataset } from '@govexport/schema';
import { shortestTime } from '../analysis/measure.ts';
import { handWritten, ownTasks, type Tasks } from './tasks.ts';

/** What one engine took. */
export interface Taken {
  /** Milliseconds until the first question could be asked. */
  readonly opened: number;
  /** For each task the shortest times in milliseconds, to ask and to infer, and a digest of what was found. */
  readonly tasks: Readonly<
    Record<string, { readonly time: number; readonly infer: number | null; readonly found: string }>
  >;
  /** Most memory of the process, in MiB. */
  readonly peak: number;
}

const ROUNDS = 5;
const [engine = '', programs = '', sources = ''] = process.argv.slice(2);

async function connect(): Promise<DuckDBConnection> {
  const connection = await (await DuckDBInstance.create()).connect();
  await connection.run(`CREATE VIEW programs AS SELECT * FROM read_parquet('${programs}')`);
  return connection;
}

async function tasksOf(): Promise<Tasks> {
  const { meta, sha256 } = loadDataset();
  if (engine === 'DuckDB') return ownTasks(await open(await openDuckdb({ programs, sources }), { meta, sha256 }));
  const connection = await connect();
  if (engine === 'hand-written SQL') {
    const run = (statements: readonly string[]) => async () => {
      const found = [];
      for (const statement of statements) found.push((await connection.runAndReadAll(statement)).getRowsJS());
      return found;
    };
    return Object.fromEntries(
      Object.entries(handWritten).map(([name, statements]) => [name, { run: run(statements) }]),
    );
  }
  const left = 'EXCLUDE (description, technology_notes, host_institution_local, notes, field_sources)';
  const stream = await connection.stream(`SELECT * ${left} FROM programs`);
  const rows: object[] = [];
  for await (const chunk of stream.yieldRowObjectJs()) for (const row of chunk) rows.push(row);
  connection.closeSync();
  return ownTasks(openMemory({ ...loadDataset(), programs: rows as unknown as Dataset['programs'] }));
}

const digest = (found: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(found, (_, value: unknown) => (typeof value === 'bigint' ? Number(value) : value)))
    .digest('hex');

const started = performance.now();
const tasks = await tasksOf();
const opened = performance.now() - started;
const taken: Record<string, Taken['tasks'][string]> = {};
for (const [name, { run, infer }] of Object.entries(tasks)) {
  const answers = await run();
  const time = await shortestTime(run, ROUNDS);
  const inferred = infer?.(answers as readonly unknown[]);
  const inference = infer === undefined ? null : await shortestTime(() => infer(answers as readonly unknown[]), ROUNDS);
  taken[name] = { time, infer: inference, found: digest(inferred ?? answers) };
}
const peak = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ opened, tasks: taken, peak } satisfies Taken));
process.exit(0);
