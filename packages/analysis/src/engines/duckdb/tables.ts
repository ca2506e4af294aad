import { resolve } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { cellTypeOf, type Table } from '@govexport/schema';
import { z } from 'zod';
import { EngineError } from '../engine-error.ts';
import { columnsOf, nameOf, type Column } from '../sql/column.ts';
import { duckdbDialect, quotedName } from '../sql/duckdb-dialect.ts';
import { reasonOf } from './client.ts';

/** Records that are handed over at a time. */
const BATCH = 2000;

const types = { text: 'VARCHAR', integer: 'BIGINT', number: 'DOUBLE', boolean: 'BOOLEAN' } as const;

/** Records of a table, or the file that they lie in. */
export type Given = readonly [table: Table, rows: readonly object[] | string];

/** Makes tables of DuckDB under the names of the schema: from records, from NDJSON, or as a view of Parquet. */
export async function loadTables(connection: DuckDBConnection, tables: readonly Given[]): Promise<void> {
  const made = tables.filter(([, rows]) => typeof rows !== 'string').map(([table]) => table);
  // One statement for all, since most tables are empty.
  await connection.run(
    made.map(({ name, record }) => `CREATE TABLE ${quotedName(name)} (${columnTypes(record)})`).join('; '),
  );
  for (const given of tables) await fill(connection, given);
}

async function fill(connection: DuckDBConnection, [table, rows]: Given): Promise<void> {
  try {
    if (typeof rows === 'string') await readFile(connection, table, rows);
    else await insert(connection, table, rows);
  } catch (error) {
    if (error instanceof EngineError) throw error;
    const where = typeof rows === 'string' ? rows : `the table ${table.name}`;
    throw new EngineError(`DuckDB cannot read ${where}: ${reasonOf(error)}`, { cause: error });
  }
}

function columnTypes(record: z.ZodObject): string {
  return Object.entries(record.shape)
    .map(([name, field]) => `${quotedName(name)} ${columnType(field)}`)
    .join(', ');
}

function columnType(field: unknown): string {
  if (field instanceof z.ZodArray) return `${columnType(field.element)}[]`;
  return field instanceof z.ZodObject ? `STRUCT(${columnTypes(field)})` : types[cellTypeOf(field)];
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
  const columns = columnsOf(table);
  const described = async (some: readonly Column[]): Promise<string[]> => {
    const selected = some.map((column, index) => `${duckdbDialect.column(column)} AS f${index}`).join(', ');
    const reader = await connection.runAndReadAll(`DESCRIBE SELECT ${selected} FROM ${quotedName(table)}`);
    return (reader.getRowsJson() as string[][]).map(([, type = '']) => type);
  };
  const found = await described(columns).catch(async (error: unknown) => {
    // Which of them is missing is told by asking for each alone.
    for (const column of columns) {
      await described([column]).catch((reason: unknown) => {
        const why = reasonOf(reason);
        throw new EngineError(`${file} has no column “${nameOf(column)}”: ${why}`, { cause: reason });
      });
    }
    throw error;
  });
  columns.forEach((column, index) => expectType(column, found[index] ?? '', file));
}

function expectType(column: Column, found: string, file: string): void {
  const [, item = '', list] = /^(.*?)(\[\])?$/.exec(found) ?? [];
  if (fitting[column.type].test(item) && (list === undefined) === (column.within === null)) return;
  const expected = `${column.type}${column.within === null ? '' : ', a list'}`;
  throw new EngineError(`${file}: the column “${nameOf(column)}” is ${found}; expected: ${expected}`);
}
