import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { EngineError } from '../engine-error.ts';
import type { DuckdbLimits } from './limits.ts';

/** An instance in memory that reaches for nothing but the files it is given: no extensions, no files of its own. */
export async function createInstance({ memory, threads }: DuckdbLimits): Promise<DuckDBInstance> {
  const { DuckDBInstance } = await import('@duckdb/node-api').catch((error: unknown) => {
    throw new EngineError('DuckDB is not installed; this dataset needs it: npm i @duckdb/node-api', { cause: error });
  });
  const settings = {
    autoinstall_known_extensions: 'false',
    temp_directory: '',
    ...(memory === undefined ? {} : { memory_limit: memory }),
    ...(threads === undefined ? {} : { threads: String(threads) }),
  };
  return DuckDBInstance.create(':memory:', settings).catch((error: unknown) => {
    throw new EngineError(`DuckDB does not start: ${reasonOf(error)}`, { cause: error });
  });
}

/** A connection of its own, so that it can be interrupted alone. */
export async function connectionOf(instance: DuckDBInstance): Promise<DuckDBConnection> {
  return instance.connect().catch((error: unknown) => {
    throw new EngineError(`DuckDB is closed: ${reasonOf(error)}`, { cause: error });
  });
}

/** What DuckDB says of an error, on one line. */
export function reasonOf(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return line.trim();
}
