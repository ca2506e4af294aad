import { cpus, loadavg, totalmem } from 'node:os';
import { version as duckdb } from '@duckdb/node-api';
import { format } from 'prettier';
import { milliseconds } from '../analysis/measure.ts';
import type { Taken } from './run-engine.ts';

/** What each engine took with a number of records. */
export interface Measured {
  readonly size: number;
  readonly engines: Readonly<Record<string, Taken>>;
}

const shown = (time: number | null | undefined): string =>
  time === null || time === undefined ? '' : milliseconds(time);
const ratio = (own: number | undefined, other: number | null): string =>
  own === undefined || other === null ? '' : `${Number((own / other).toPrecision(2))}`;

/** The report as Markdown. */
export function report(measured: readonly Measured[]): Promise<string> {
  const lines = measured.flatMap(({ size, engines }) => {
    const { DuckDB: own, memory } = engines;
    return Object.entries(own?.tasks ?? {}).map(([name, { hand, time, infer }]) => {
      const inMemory = memory?.tasks[name]?.time;
      const ratios = [ratio(time, hand), ratio(inMemory, hand)];
      return [size.toLocaleString('en'), name, ...[hand, time, inMemory, infer].map(shown), ...ratios];
    });
  });
  const costs = measured.flatMap(({ size, engines }) =>
    Object.entries(engines).map(([name, { opened, peak }]) => [
      ...[size.toLocaleString('en'), name, milliseconds(opened), `${Math.round(peak)} MiB`],
    ]),
  );
  const text = `# Engines side by side

\`pnpm install && pnpm build && pnpm bench engines\` measures again and writes this file; \`--rows 10000000\` takes other
numbers of records. Programs are invented, fields drawn from the published ones, and lie in one Parquet file that each
question reads. Times are the shortest of five rounds, in each of which DuckDB is asked by the engine and by hand in turn;
they differ from machine to machine, and the ratios say more. Of statistics, in the default scope, the times are those of the counts; what is inferred of them costs the same
for each engine and stands beside. Hand-written SQL asks DuckDB for the same counts, and pages by OFFSET where the engines page by the last record that was read. Both engines find the
same, digit by digit. Memory holds the records without five long fields.

- Machine: ${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB
- Load average while measuring: ${Math.round(loadavg()[1] ?? 0)}
- Node ${process.versions.node}, DuckDB ${duckdb()}

${markdown(['records', 'task', 'hand-written SQL', 'DuckDB', 'memory', 'to infer', 'DuckDB to SQL', 'memory to SQL'], lines)}

## To open, and memory

Until the first question can be asked, and the most memory that the process took: of DuckDB with the hand-written SQL beside, of memory with the reading of the file.

${markdown(['records', 'engine', 'opened in', 'peak memory'], costs)}
`;
  return format(text, { parser: 'markdown', printWidth: 120 });
}

function markdown(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}
