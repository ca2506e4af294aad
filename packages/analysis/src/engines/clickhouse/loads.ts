import type { TableName } from '@govexport/schema';
import { clickhouseDialect, quoted, quotedName } from '../sql/clickhouse-dialect.ts';
import type { Address } from './address.ts';
import type { Server } from './client.ts';
import type { Load } from './load.ts';

/** The table that tells which datasets lie in a database; what has no row in it is half loaded and is not read. */
const loads = 'govexport_loads';

/** The table of one load on one server; tables of programs have a part of them on each. */
export const partName = (table: string, sha256: string): string => `${table}_${sha256.slice(0, 16)}`;

/** The table over all parts. */
export const wholeName = (table: string, sha256: string): string => `${partName(table, sha256)}_all`;

/** The table whose records are dealt out over the servers; every other one is whole on each. */
export const dealtOut: TableName = 'programs';

/** How questions name the tables of a load: with their database, since a shard that is asked for its part knows no other. */
export const dialectOf = (sha256: string, { database, nodes }: Address) =>
  clickhouseDialect((table) => {
    const parted = nodes.length > 1 && table === dealtOut;
    return [database, parted ? wholeName(table, sha256) : partName(table, sha256)].map(quotedName).join('.');
  });

/** What was loaded, the newest first; none where the database has nothing of ours. */
export async function readLoads(server: Server): Promise<Load[]> {
  await createLoads(server);
  const rows = await server.rows(`SELECT about FROM ${loads} ORDER BY loaded DESC`);
  return rows.map(([about]) => JSON.parse(about as string) as Load);
}

async function createLoads(server: Server): Promise<void> {
  const columns = 'loaded UInt64, sha256 String, about String';
  await server.run(`CREATE TABLE IF NOT EXISTS ${loads} (${columns}) ENGINE = MergeTree ORDER BY (loaded, sha256)`);
}

/** Makes a load the one that is read. */
export async function writeLoad(server: Server, load: Load): Promise<void> {
  await createLoads(server);
  await server.insert(loads, [{ loaded: Date.now(), sha256: load.sha256, about: JSON.stringify(load) }]);
}

/** Drops the tables of a load, whole or half. */
export async function dropLoad(server: Server, sha256: string, tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    for (const name of [wholeName(table, sha256), partName(table, sha256)]) {
      await server.run(`DROP TABLE IF EXISTS ${quotedName(name)}`);
    }
  }
}

/** How many records a table of a load has on a server. */
export async function countRecords(server: Server, table: string): Promise<number> {
  const [[count] = []] = await server.rows(`SELECT count(*) FROM ${quotedName(table)}`);
  return Number(count);
}

/** Whether a server has a table. */
export async function hasTable(server: Server, database: string, table: string): Promise<boolean> {
  const where = `database = ${quoted(database)} AND name = ${quoted(table)}`;
  return (await server.rows(`SELECT 1 FROM system.tables WHERE ${where}`)).length > 0;
}
