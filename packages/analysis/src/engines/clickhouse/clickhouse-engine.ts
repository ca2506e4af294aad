import { randomUUID } from 'node:crypto';
import type { AsyncEngine } from '../../query/engine.ts';
import { EngineError } from '../engine-error.ts';
import { answerAll, type Session } from '../sql/answer-all.ts';
import { quoted } from '../sql/clickhouse-dialect.ts';
import type { Dialect } from '../sql/dialect.ts';
import { readAnswer } from '../sql/read-answer.ts';
import { sqlOf } from '../sql/sql-of.ts';
import { readAddress } from './address.ts';
import { serversOf, type Server } from './client.ts';
import type { Load } from './load.ts';
import { dialectOf, readLoads } from './loads.ts';

/** An engine that asks ClickHouse, and what the dataset says of itself that was loaded into it. */
export interface ClickhouseEngine extends AsyncEngine, Load {
  readonly close: () => Promise<void>;
}

/**
 * Opens the dataset that was loaded last at an address. It stays that one also where another is loaded meanwhile.
 *
 * @param limits.timeLimit - milliseconds that the questions of one answer may take together; 20 s where not given
 * @throws EngineError where `@clickhouse/client` is not installed, the first server of the address cannot be reached, or
 * nothing is loaded there
 * @example
 * const engine = await openClickhouse('clickhouse://one,two/trainings?cluster=both');
 * const [cells] = await engine.ask([{ kind: 'count', table: 'programs', where: everything, by: {} }]);
 */
export async function openClickhouse(
  address: string,
  { timeLimit = 20_000 }: { readonly timeLimit?: number } = {},
): Promise<ClickhouseEngine> {
  const place = readAddress(address);
  const [server] = await serversOf({ ...place, nodes: place.nodes.slice(0, 1) });
  if (server === undefined) throw new EngineError('An address of ClickHouse names a server');
  const [load] = await readLoads(server).catch(async (error: unknown) => {
    await server.close();
    throw error;
  });
  if (load === undefined) {
    await server.close();
    throw new EngineError(`No dataset is loaded in the database ${place.database} of ClickHouse at ${server.node}`);
  }
  const dialect = dialectOf(load.sha256, place);
  const ask: AsyncEngine['ask'] = (queries, signal) =>
    answerAll(queries, { timeLimit, signal }, sessionOf(server, dialect));
  return { ...load, synchronous: false, ask, close: () => server.close() };
}

/** A question that is stopped is killed on the servers, also on those that do not look whether anybody still waits. */
function sessionOf(server: Server, dialect: Dialect): Session {
  const stopped = new AbortController();
  const id = randomUUID();
  return {
    // Servers up to 22 know no grouping sets, so that each question is a statement of its own.
    batches: (queries) => queries.map((query) => [query]),
    answer: (batch) =>
      Promise.all(
        batch.map(async (query) => {
          const { text } = sqlOf(query, dialect);
          return readAnswer(query, await server.rows(text, { signal: stopped.signal, id }), dialect);
        }),
      ),
    stop: () => {
      stopped.abort();
      server.run(`KILL QUERY WHERE query_id = ${quoted(id)} ASYNC`).catch(() => undefined);
    },
  };
}
