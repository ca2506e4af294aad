import { resolve } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { cellTypeOf, type Table } from '@govexport/schema';
import { z } from 'zod';
import { EngineError } from '../engine-error.ts';
import { columnsOf, nameOf } from '../sql/column.ts';
import { duckdbDialect, quotedName } from '../sql/duckdb-dialect.ts';
import { reasonOf } from './client.ts';

/** Records that are handed over at a time. */
const BATCH = 2000;

const types = { text: 'VARCHAR', integer: 'BIGINT', number: 'DOUBLE', boolean: 'BOOLEAN' } as const;

/** Makes a table of DuckDB under the name of the schema: from records, from NDJSON, or as a view of Parquet. */
export async function loadTable(
  connection: DuckDBConnection,
  table: Table,
  given: readonly object[] | string,
): Promise<void> {
  try {
    if (typeof given === 'string') await readFile(connection, table, given);
    else await insert(connection, table, given);
  } catch (error) {
    if (error instanceof EngineError) throw error;
    const where = typeof given === 'string' ? given : `the table ${table.name}`;
    throw new EngineError(`DuckDB cannot read ${where}: ${reasonOf(error)}`, { cause: error });
  }
}

/** The shape of a value as `from_json` takes it. */
function shapeOf(field: unknown): unknown {
  if (field instanceof z.ZodArray) return [shapeOf(field.element)];
  if (!(field instanceof z.ZodObject)) return types[cellTypeOf(field)];
  return Object.fromEntries(Object.entries(field.shape).map(([name, inner]) => [name, shapeOf(inner)]));
}

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

const fromJson = (json: string, shape: unknown): string => `from_json_strict(${json}, ${text(JSON.stringify(shape))})`;

async function insert(connection: DuckDBConnection, { name, record }: Table, rows: readonly object[]): Promise<void> {
  const records = `SELECT unnest(r) FROM (SELECT unnest(${fromJson('$1', [shapeOf(record)])}) AS r)`;
  await connection.run(`CREATE TABLE ${quotedName(name)} AS ${records}`, ['[]']);
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = JSON.stringify(rows.slice(start, start + BATCH));
    await connection.run(`INSERT INTO ${quotedName(name)} ${records}`, [batch]);
  }
}

async function readFile(connection: DuckDBConnection, table: Table, file: string): Promise<void> {
  const [name, path] = [quotedName(table.name), pathText(file)];
  if (file.endsWith('.ndjson')) {
    const json = `SELECT ${fromJson('json', shapeOf(table.record))} AS r FROM read_ndjson_objects(${path})`;
    await connection.run(`CREATE TABLE ${name} AS SELECT unnest(r) FROM (${json})`);
  } else if (file.endsWith('.parquet')) {
    await connection.run(`CREATE VIEW ${name} AS SELECT * FROM read_parquet(${path})`);
    await checkColumns(connection, table.name, file);
  } else {
    throw new EngineError(`${file} cannot be read as the table ${table.name}; allowed: a .parquet or .ndjson file`);
  }
}

/** A path, in which DuckDB would read some characters as patterns. */
const pathText = (file: string): string => text(resolve(file).replaceAll(/[[*?]/g, '[$&]'));

const fitting = {
  text: /^VARCHAR$/,
  integer: /^U?(TINY|SMALL|BIG)?INT(EGER)?$/,
  number: /^(DOUBLE|FLOAT|U?(TINY|SMALL|BIG)?INT(EGER)?)$/,
  boolean: /^BOOLEAN$/,
} as const;

/** Parquet has types of its own; a column of another one would be compared otherwise than the schema says. */
async function checkColumns(connection: DuckDBConnection, table: string, file: string): Promise<void> {
  for (const column of columnsOf(table)) {
    const described = `DESCRIBE SELECT ${duckdbDialect.column(column)} FROM ${quotedName(table)}`;
    const rows = await connection.runAndReadAll(described).catch((error: unknown) => {
      throw new EngineError(`${file} has no column “${nameOf(column)}”: ${reasonOf(error)}`, { cause: error });
    });
    const [[, found] = []] = rows.getRowsJson() as string[][];
    const expected = `${column.type}${column.within === null ? '' : ', a list'}`;
    const [, item = '', list] = /^(.*?)(\[\])?$/.exec(found ?? '') ?? [];
    if (!fitting[column.type].test(item) || (list === undefined) !== (column.within === null)) {
      throw new EngineError(`${file}: the column “${nameOf(column)}” is ${item}${list ?? ''}; expected: ${expected}`);
    }
  }
}
