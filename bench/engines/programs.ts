import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { loadDataset } from '@govexport/dataset';

/** Fields that are drawn together, each group from a published program of its own; all others are drawn together. */
const drawn = [
  ['frame', 'venue', 'format'],
  ['recommended_for_aggregates', 'exclusion_reasons'],
  ['host_institution', 'host_cities', 'host_province'],
  ['countries'],
  ['sector'],
  ['security_related'],
  ['participants', 'duration_days'],
  ['sources'],
];

const list = 'VARCHAR[]';

/** What Parquet holds that is no text and no list of texts. */
const types: Readonly<Record<string, string>> = {
  year: 'INTEGER',
  duration_days: 'INTEGER',
  recipient_agencies: 'STRUCT(name VARCHAR, country VARCHAR)[]',
  participants: 'STRUCT("value" INTEGER, low INTEGER, high INTEGER, basis VARCHAR)',
  field_sources: `STRUCT(dates ${list}, host ${list}, countries ${list}, participants ${list}, content ${list})`,
  security_related: 'BOOLEAN',
  technology_component: 'BOOLEAN',
  equipment_transfer: 'BOOLEAN',
  recommended_for_aggregates: 'BOOLEAN',
};

/** The files of invented programs and of the published sources, made once for each number of records. */
export interface Files {
  readonly programs: string;
  readonly sources: string;
}

/** Writes invented programs as Parquet: fields drawn from the published ones, years and months drawn evenly. */
export async function writePrograms(size: number): Promise<Files> {
  const folder = join(tmpdir(), 'govexport-bench-engines');
  mkdirSync(folder, { recursive: true });
  const files = { programs: join(folder, `${size}.parquet`), sources: join(folder, 'sources.ndjson') };
  const { programs, sources } = loadDataset();
  writeFileSync(files.sources, sources.map((row) => `${JSON.stringify(row)}\n`).join(''));
  if (existsSync(files.programs)) return files;
  const [pool, half] = [join(folder, 'pool.ndjson'), `${files.programs}.half`];
  writeFileSync(pool, programs.map((row) => `${JSON.stringify(row)}\n`).join(''));
  const connection = await (await DuckDBInstance.create()).connect();
  const [first = {}] = programs as readonly object[];
  const columns = Object.entries(first).map(([name, value]): [string, string] => [
    name,
    types[name] ?? (Array.isArray(value) ? list : 'VARCHAR'),
  ]);
  const shape = columns.map(([name, type]) => `"${name}": '${type}'`).join(', ');
  const read = `read_json('${pool}', format = 'newline_delimited', columns = {${shape}})`;
  await connection.run(`CREATE TABLE pool AS SELECT row_number() OVER () - 1 AS row, * FROM ${read}`);
  const joins = ['base', ...drawn.map((_, index) => `g${index}`)].map(
    (name) => `JOIN pool ${name} ON ${name}.row = hash(i, '${name}') % ${programs.length}`,
  );
  const chosen = columns.map(([name]) => `${expressionOf(name)} AS "${name}"`).join(', ');
  const rows = `SELECT ${chosen} FROM (SELECT range AS i FROM range(${size})) ${joins.join(' ')}`;
  await connection.run(`COPY (${rows}) TO '${half}' (FORMAT parquet, ROW_GROUP_SIZE 100000)`);
  renameSync(half, files.programs);
  connection.closeSync();
  return files;
}

function expressionOf(name: string): string {
  const year = `CAST(2000 + hash(i, 'year') % 25 AS INTEGER)`;
  if (name === 'id') return `'GX-' || lpad(CAST(i AS VARCHAR), 8, '0')`;
  if (name === 'year') return year;
  if (name === 'start') return `${year} || '-' || lpad(CAST(1 + hash(i, 'month') % 12 AS VARCHAR), 2, '0')`;
  const group = drawn.findIndex((fields) => fields.includes(name));
  return `${group === -1 ? 'base' : `g${group}`}."${name}"`;
}
