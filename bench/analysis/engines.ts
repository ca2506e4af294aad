import { DuckDBDataChunk, DuckDBInstance, SMALLINT, VARCHAR, BOOLEAN } from '@duckdb/node-api';
import { table } from 'arquero';
import { cellsOf, type Cells, type Pair } from './pairs.ts';

/** Something that counts rows by year and country. */
export interface Engine {
  readonly name: string;
  /** What is timed: everything from the stored rows to counts in the memory of this process. */
  readonly run: () => unknown;
  /** The counts of one run, to compare. */
  readonly cells: () => Promise<Cells> | Cells;
}

/** Rows that a DuckDB data chunk holds. */
const CHUNK = 2048;

interface Row {
  readonly year: number;
  readonly country: string;
  readonly count: number | bigint;
}

const cellsOfRows = (rows: readonly Row[]): Cells =>
  cellsOf(rows.map(({ year, country, count }) => [year, country, Number(count)] as const));

/** The same counts by arquero. */
export function arqueroEngine(pairs: readonly Pair[], filtered: boolean): Engine {
  const all = table({
    year: Int16Array.from(pairs, ({ year }) => year),
    country: pairs.map(({ country }) => country),
    venue: pairs.map(({ venue }) => venue),
    recommended: pairs.map(({ recommended }) => recommended),
  });
  const chosen = filtered
    ? () => all.filter((row: Pair) => row.recommended && (row.venue === 'in_sender' || row.venue === 'hybrid'))
    : () => all;
  const run = (): Row[] => chosen().groupby('year', 'country').count().objects() as Row[];
  return { name: 'arquero', run, cells: () => cellsOfRows(run()) };
}

/** The same counts by DuckDB over a table in memory, its texts stored as enumerations. */
export async function duckdbEngine(pairs: readonly Pair[], filtered: boolean): Promise<Engine> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run('CREATE TABLE loaded (year SMALLINT, country VARCHAR, venue VARCHAR, recommended BOOLEAN)');
  const appender = await connection.createAppender('loaded');
  for (let start = 0; start < pairs.length; start += CHUNK) {
    const part = pairs.slice(start, start + CHUNK);
    const chunk = DuckDBDataChunk.create([SMALLINT, VARCHAR, VARCHAR, BOOLEAN]);
    chunk.setRows(part.map(({ year, country, venue, recommended }) => [year, country, venue, recommended]));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
  await connection.run('CREATE TYPE country_name AS ENUM (SELECT DISTINCT country FROM loaded ORDER BY country)');
  await connection.run('CREATE TYPE venue_name AS ENUM (SELECT DISTINCT venue FROM loaded ORDER BY venue)');
  await connection.run(
    'CREATE TABLE pairs AS SELECT year, country::country_name AS country, venue::venue_name AS venue, recommended FROM loaded',
  );
  const where = filtered ? "WHERE recommended AND venue IN ('in_sender', 'hybrid')" : '';
  const statement = await connection.prepare(
    `SELECT year, country, count(*) AS count FROM pairs ${where} GROUP BY year, country`,
  );
  const run = async (): Promise<Row[]> => (await statement.runAndReadAll()).getRowObjects() as unknown as Row[];
  return { name: 'DuckDB, in memory', run, cells: async () => cellsOfRows(await run()) };
}
