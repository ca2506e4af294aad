export { openDuckdb, type DuckdbEngine, type TablesOrFiles } from './duckdb/duckdb-engine.ts';
export type { DuckdbLimits } from './duckdb/limits.ts';
export { EngineError } from './engine-error.ts';
