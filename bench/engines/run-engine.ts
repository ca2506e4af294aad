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
  /** For each task the shortest times in milliseconds, to ask, by hand and to infer, and a digest of what was found. */
  readonly tasks: Readonly<
    Record<
      string,
      { readonly time: number; readonly hand: number | null; readonly infer: number | null; readonly found: string }
    >
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
  const left = 'EXCLUDE (description, technology_notes, host_institution_local, notes, field_sources)';
  const stream = await connection.stream(`SELECT * ${left} FROM programs`);
  const rows: object[] = [];
  for await (const chunk of stream.yieldRowObjectJs()) for (const row of chunk) rows.push(row);
  return ownTasks(openMemory({ ...loadDataset(), programs: rows as unknown as Dataset['programs'] }));
}

const digest = (found: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(found, (_, value: unknown) => (typeof value === 'bigint' ? Number(value) : value)))
    .digest('hex');

const connection = await connect();
const started = performance.now();
const tasks = await tasksOf();
const opened = performance.now() - started;
const byHand = async (name: string): Promise<void> => {
  for (const statement of handWritten[name] ?? []) (await connection.runAndReadAll(statement)).getRowsJS();
};
const taken: Record<string, Taken['tasks'][string]> = {};
for (const [name, { run, infer }] of Object.entries(tasks)) {
  const answers = await run();
  // In turn, so that other work of the machine disturbs both alike.
  let [time, hand] = [Infinity, Infinity];
  for (let round = 0; round < ROUNDS; round += 1) {
    time = Math.min(time, await shortestTime(run, 1));
    if (engine === 'DuckDB') hand = Math.min(hand, await shortestTime(() => byHand(name), 1));
  }
  const inferred = infer?.(answers as readonly unknown[]);
  const inference = infer === undefined ? null : await shortestTime(() => infer(answers as readonly unknown[]), ROUNDS);
  taken[name] = { time, hand: engine === 'DuckDB' ? hand : null, infer: inference, found: digest(inferred ?? answers) };
}
const peak = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ opened, tasks: taken, peak } satisfies Taken));
process.exit(0);
