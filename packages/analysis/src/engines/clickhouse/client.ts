import type { ClickHouseClient, ClickHouseSettings } from '@clickhouse/client';
import { EngineError } from '../engine-error.ts';
import type { Address } from './address.ts';

/** Milliseconds that a server has to answer before it counts as lost; questions have limits of their own. */
const LOST_AFTER = 600_000;

/** No part of a cluster is passed over, and nothing is sent before all is known. */
const settings: ClickHouseSettings = {
  output_format_json_quote_64bit_integers: 0,
  skip_unavailable_shards: 0,
  wait_end_of_query: 1,
  max_query_size: '16777216',
};

/** One server, which is asked for rows and told what to do. */
export interface Server {
  readonly node: string;
  /** @throws EngineError where the server cannot be reached or refuses */
  readonly rows: (query: string, options?: { signal?: AbortSignal; id?: string }) => Promise<unknown[][]>;
  /** @throws EngineError where the server cannot be reached or refuses */
  readonly run: (command: string) => Promise<void>;
  /** @throws EngineError where the server cannot be reached or refuses */
  readonly insert: (table: string, rows: readonly object[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Loads the client. */
export async function clientPackage(): Promise<typeof import('@clickhouse/client')> {
  return import('@clickhouse/client').catch((error: unknown) => {
    throw new EngineError('The client of ClickHouse is not installed: npm i @clickhouse/client', { cause: error });
  });
}

/** The servers of an address, in its order. */
export async function serversOf({ nodes, database, username, password }: Address): Promise<Server[]> {
  const { createClient } = await clientPackage();
  const common = { username, password, request_timeout: LOST_AFTER, clickhouse_settings: settings };
  return nodes.map((node) => serverOf(node, createClient({ ...common, url: node, database, log: { level: 127 } })));
}

function serverOf(node: string, client: ClickHouseClient): Server {
  const clear = async <Value>(asked: Promise<Value>): Promise<Value> =>
    asked.catch((error: unknown) => {
      throw new EngineError(`ClickHouse at ${node} cannot answer: ${reasonOf(error)}`, { cause: error });
    });
  return {
    node,
    rows: async (query, { signal, id } = {}) => {
      const stoppable = {
        ...(signal === undefined ? {} : { abort_signal: signal }),
        ...(id === undefined ? {} : { query_id: id }),
      };
      const asked = client
        .query({ query, format: 'JSONCompact', ...stoppable })
        .then((found) => found.json<unknown[]>());
      return (await clear(asked)).data;
    },
    run: async (query) => void (await clear(client.command({ query }))),
    insert: async (table, values) => void (await clear(client.insert({ table, values, format: 'JSONEachRow' }))),
    close: () => client.close(),
  };
}

/** What went wrong, on one line. */
function reasonOf(error: unknown): string {
  const { message = '', code } = error as { message?: string; code?: string };
  const [line = ''] = message.trim().split('\n');
  return line === '' ? (code ?? String(error)) : line.replace(/, e\.what\(\) =.*$/, '');
}
