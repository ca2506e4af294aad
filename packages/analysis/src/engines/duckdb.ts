export type { DuckdbLimits } from './duckdb/client.ts';
export { openDuckdb, type DuckdbEngine, type TablesOrFiles } from './duckdb/duckdb-engine.ts';
export { EngineError } from './engine-error.ts';
