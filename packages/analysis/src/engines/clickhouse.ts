export { openClickhouse, type ClickhouseEngine } from './clickhouse/clickhouse-engine.ts';
export { loadClickhouse, type RecordStreams } from './clickhouse/load-dataset.ts';
export type { Load } from './clickhouse/load.ts';
export { EngineError } from './engine-error.ts';
