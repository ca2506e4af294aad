import type { DuckDBConnection } from '@duckdb/node-api';
import { tables as schemaTables, type TableName } from '@govexport/schema';
import type { AsyncEngine } from '../../query/engine.ts';
import type { Query } from '../../query/query.ts';
import { EngineError } from '../engine-error.ts';
import { answerAll, type Session } from '../sql/answer-all.ts';
import { duckdbDialect } from '../sql/duckdb-dialect.ts';
import { inOnePass, sqlOfOnePass } from '../sql/one-pass.ts';
import { readAnswer, type SqlRow } from '../sql/read-answer.ts';
import { sqlOf, type Statement } from '../sql/sql-of.ts';
import { connectionOf, createInstance, reasonOf } from './client.ts';
import { unchangedFiles } from './files.ts';
import type { DuckdbLimits } from './limits.ts';
import { loadTables, type Given } from './tables.ts';

/** The tables of a dataset: records, or the path of a file that ends in `.parquet` or `.ndjson`. Others are empty. */
export type TablesOrFiles = { readonly [Name in TableName]?: readonly object[] | string };

/** An engine that holds an instance of DuckDB until it is closed. */
export interface DuckdbEngine extends AsyncEngine {
  readonly close: () => void;
}

/**
 * Opens an engine over tables. Records and NDJSON are loaded into memory, in columns; Parquet is read where it lies, with
 * each question, and must stay as it is.
 *
 * @throws EngineError where `@duckdb/node-api` is not installed, or a file cannot be read or does not fit the schema
 * @example
 * const engine = await openDuckdb({ programs: 'us-trainings/tables/programs.parquet' });
 * const [cells] = await engine.ask([{ kind: 'count', table: 'programs', where: everything, by: {} }]);
 */
export async function openDuckdb(tables: TablesOrFiles, limits: DuckdbLimits = {}): Promise<DuckdbEngine> {
  const { timeLimit = 20_000 } = limits;
  const instance = await createInstance(limits);
  const given = schemaTables.map((table): Given => [table, tables[table.name] ?? []]);
  const unchanged = await unchangedFiles(given.flatMap(([, rows]) => (typeof rows === 'string' ? [rows] : [])));
  const connection = await connectionOf(instance);
  await loadTables(connection, given);
  connection.closeSync();

  const ask: AsyncEngine['ask'] = async (queries, signal) => {
    await unchanged();
    const own = await connectionOf(instance);
    const answer: Session['answer'] = (batch) => answerOf(own, batch);
    try {
      return await answerAll(
        queries,
        { timeLimit, signal },
        { batches: inOnePass, answer, stop: () => own.interrupt() },
      );
    } finally {
      own.closeSync();
      await unchanged();
    }
  };
  return { synchronous: false, ask, close: () => instance.closeSync() };
}

async function answerOf(
  connection: DuckDBConnection,
  batch: readonly Query[],
): Promise<readonly (readonly unknown[])[]> {
  const [query, other] = batch;
  if (query === undefined) return [];
  if (other === undefined)
    return [readAnswer(query, await rowsOf(connection, sqlOf(query, duckdbDialect)), duckdbDialect)];
  const statement = sqlOfOnePass(batch, duckdbDialect);
  return statement.read(await rowsOf(connection, statement));
}

async function rowsOf(connection: DuckDBConnection, { text, values }: Statement): Promise<SqlRow[]> {
  const reader = await connection.runAndReadAll(text, [...values]).catch((error: unknown) => {
    throw new EngineError(`DuckDB cannot answer: ${reasonOf(error)}`, { cause: error });
  });
  return reader.getRowsJS();
}
