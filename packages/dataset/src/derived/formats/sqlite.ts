import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { tableSchemaOf, type Dataset, type Table, type TableSchemaField } from '@govexport/schema';
import type { PublishedTable } from '../panels.ts';

type SqliteModule = typeof import('node:sqlite');

const types: Readonly<Record<string, string>> = { integer: 'INTEGER', number: 'REAL', boolean: 'INTEGER' };

/** Node's own SQLite; null where this Node has none. */
export async function sqliteModule(): Promise<SqliteModule | null> {
  try {
    return await import('node:sqlite');
  } catch {
    return null;
  }
}

/**
 * The tables as a SQLite database with keys, indexes and references to one another. A list stands in its long table
 * only.
 *
 * @throws Error where a row refers to one that is not there
 */
export function sqliteBytes(
  { DatabaseSync }: SqliteModule,
  { meta, sha256 }: Dataset,
  published: readonly PublishedTable[],
): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'sqlite-'));
  const file = join(folder, 'tables.sqlite');
  try {
    const database = new DatabaseSync(file, { enableForeignKeyConstraints: false });
    database.exec('PRAGMA journal_mode = OFF; BEGIN');
    const names = new Set(published.map(({ table }) => table.name));
    for (const one of published) writeTable(database, one, names);
    database.exec('CREATE TABLE "dataset" ("name" TEXT, "title" TEXT, "version" TEXT, "license" TEXT, "sha256" TEXT)');
    database
      .prepare('INSERT INTO "dataset" VALUES (?, ?, ?, ?, ?)')
      .run(meta.name, meta.title, meta.version, meta.license, sha256);
    database.exec('COMMIT');
    const broken = database.prepare('PRAGMA foreign_key_check').all();
    database.close();
    if (broken.length > 0) throw new Error(`${broken.length} rows of the database refer to rows that are not there.`);
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @param names - the tables of the database, which alone can be referred to */
function writeTable(database: DatabaseSync, { table, rows }: PublishedTable, names: ReadonlySet<string>): void {
  const schema = tableSchemaOf(table);
  const foreignKeys = schema.foreignKeys.filter(({ reference }) => names.has(reference.resource));
  const fields = schema.fields.filter(({ name }) => !table.joined.includes(name));
  const references = foreignKeys.map(
    ({ fields: [from = ''], reference }) =>
      `FOREIGN KEY (${quoted(from)}) REFERENCES ${quoted(reference.resource)} (${reference.fields.map(quoted).join()})`,
  );
  const key = `PRIMARY KEY (${table.key.map(quoted).join()})`;
  database.exec(`CREATE TABLE ${quoted(table.name)} (${[...fields.map(column), key, ...references].join()})`);
  for (const {
    fields: [from = ''],
  } of foreignKeys)
    createIndex(database, table, from);
  const insert = database.prepare(`INSERT INTO ${quoted(table.name)} VALUES (${fields.map(() => '?').join()})`);
  for (const row of rows) insert.run(...fields.map(({ name }) => stored(row[name] ?? null)));
}

function createIndex(database: DatabaseSync, { name }: Table, field: string): void {
  database.exec(`CREATE INDEX ${quoted(`${name}_by_${field}`)} ON ${quoted(name)} (${quoted(field)})`);
}

function column({ name, type, constraints }: TableSchemaField): string {
  const required = constraints['required'] === true ? ' NOT NULL' : '';
  const truth = type === 'boolean' ? ` CHECK (${quoted(name)} IN (0, 1))` : '';
  return `${quoted(name)} ${types[type] ?? 'TEXT'}${required}${truth}`;
}

function stored(value: string | number | boolean | null): string | number | null {
  return typeof value === 'boolean' ? Number(value) : value;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
