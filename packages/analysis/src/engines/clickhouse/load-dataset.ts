import { tables as schemaTables, type Dataset, type Table, type TableName } from '@govexport/schema';
import { EngineError } from '../engine-error.ts';
import { quoted, quotedName } from '../sql/clickhouse-dialect.ts';
import { readAddress, type Address } from './address.ts';
import { serversOf, type Server } from './client.ts';
import type { Load } from './load.ts';
import { countRecords, dealtOut, dropLoad, hasTable, partName, readLoads, wholeName, writeLoad } from './loads.ts';
import { storedColumns, storedRow } from './stored.ts';

/** Records that are sent to a server at a time. */
const BATCH = 10_000;

/** Loads whose tables stay: the one that is read, and the one before, which running programs may still read. */
const KEPT = 2;

/** A dataset whose records come one after the other, however many they are; a table that is not given is empty. */
export type RecordStreams = Pick<Dataset, 'meta' | 'sha256'> & {
  readonly [Name in TableName]?: Iterable<object> | AsyncIterable<object>;
};

/**
 * Loads a dataset into ClickHouse: programs in parts over the servers, every other table whole on each. It is read once
 * every count is what was sent; until then, and where it fails, what was loaded before is. A dataset that is there with
 * its counts is not sent again, so that it is safe to repeat.
 *
 * @returns how many records each table has, and whether they were there already
 * @throws EngineError where a server cannot be reached or refuses, or holds another number of records than was sent
 */
export async function loadClickhouse(
  address: string,
  dataset: RecordStreams,
): Promise<Pick<Load, 'records'> & { readonly repeated: boolean }> {
  const place = readAddress(address);
  const servers = await serversOf({ ...place, database: 'default' });
  for (const server of servers) await server.run(`CREATE DATABASE IF NOT EXISTS ${quotedName(place.database)}`);
  await Promise.all(servers.map((server) => server.close()));
  const owned = await serversOf(place);
  try {
    const found = await loadedAlready(owned, place, dataset.sha256);
    if (found !== null) return { records: found.records, repeated: true };
    return { records: await sendAll(owned, place, dataset), repeated: false };
  } finally {
    await Promise.all(owned.map((server) => server.close()));
  }
}

/** The load of these records, where every server has it and the counts are right. */
async function loadedAlready(servers: readonly Server[], place: Address, sha256: string): Promise<Load | null> {
  let found: Load | null = null;
  for (const server of servers) {
    const [newest] = await readLoads(server);
    if (newest?.sha256 !== sha256) return null;
    found = newest;
    for (const [table, expected] of Object.entries(newest.records)) {
      const name = servers.length > 1 && table === dealtOut ? wholeName(table, sha256) : partName(table, sha256);
      if (!(await hasTable(server, place.database, name)) || (await countRecords(server, name)) !== expected)
        return null;
    }
  }
  return found;
}

async function sendAll(servers: readonly Server[], place: Address, dataset: RecordStreams): Promise<Load['records']> {
  const { meta, sha256 } = dataset;
  const records: Partial<Record<TableName, number>> = {};
  for (const table of schemaTables) {
    await Promise.all(servers.map((server) => createTable(server, table, { sha256, place })));
    records[table.name] = await send(servers, table, dataset);
  }
  const load: Load = { meta, sha256, records: records as Load['records'] };
  for (const server of servers) await writeLoad(server, load);
  for (const server of servers) await dropOld(server);
  return load.records;
}

async function createTable(
  server: Server,
  table: Table,
  { sha256, place }: { readonly sha256: string; readonly place: Address },
): Promise<void> {
  await dropLoad(server, sha256, [table.name]);
  const part = partName(table.name, sha256);
  const key = table.key.map(quotedName).join(', ');
  await server.run(`CREATE TABLE ${quotedName(part)} (${storedColumns(table)}) ENGINE = MergeTree ORDER BY (${key})`);
  if (place.nodes.length === 1 || table.name !== dealtOut) return;
  const over = [place.cluster ?? '', place.database, part].map(quoted).join(', ');
  const whole = quotedName(wholeName(table.name, sha256));
  await server.run(`CREATE TABLE ${whole} AS ${quotedName(part)} ENGINE = Distributed(${over})`);
}

/** Sends the records of a table, and counts what arrived. */
async function send(servers: readonly Server[], { name }: Table, dataset: RecordStreams): Promise<number> {
  const [part, stored] = [partName(name, dataset.sha256), storedRow(name)];
  const waiting = servers.map((server) => ({ server, sent: 0, batch: [] as object[] }));
  const flush = async (at: (typeof waiting)[number]): Promise<void> => {
    if (at.batch.length === 0) return;
    await at.server.insert(part, at.batch);
    at.sent += at.batch.length;
    at.batch = [];
  };
  let count = 0;
  for await (const row of dataset[name as TableName] ?? []) {
    for (const at of name === dealtOut ? waiting.slice(count % servers.length).slice(0, 1) : waiting) {
      at.batch.push(stored(row));
      if (at.batch.length === BATCH) await flush(at);
    }
    count += 1;
  }
  for (const at of waiting) {
    await flush(at);
    const found = await countRecords(at.server, part);
    if (found === at.sent) continue;
    throw new EngineError(`ClickHouse at ${at.server.node} holds ${found} records of ${name}; ${at.sent} were sent`);
  }
  return count;
}

async function dropOld(server: Server): Promise<void> {
  const different = new Map((await readLoads(server)).map((load) => [load.sha256, load]));
  for (const { sha256, records } of [...different.values()].slice(KEPT)) {
    await dropLoad(server, sha256, Object.keys(records));
  }
}
