import { EngineError } from '../engine-error.ts';

/** Where a dataset lies in ClickHouse: one server, or the shards of a cluster. */
export interface Address {
  /** Addresses of the HTTP interfaces, one for each shard; the first is the one that is asked. */
  readonly nodes: readonly string[];
  readonly database: string;
  /** Name of the cluster in the configuration of its servers; null for one server. */
  readonly cluster: string | null;
  readonly username: string;
  readonly password: string;
}

const form = /^clickhouse:\/\/(?:([^:@/]*)(?::([^@/]*))?@)?([^@/?#]+)\/([A-Za-z_]\w*)(?:\?(.*))?$/;
const node = /^(?:[\w.-]+|\[[\da-fA-F:]+\])(?::\d{1,5})?$/;
const expected = 'such as clickhouse://user:password@host:8123/database, or clickhouse://one,two/database?cluster=NAME';

/**
 * Reads an address; user and password are percent-encoded, the port is 8123 where none is given, and `secure=true` asks
 * by HTTPS.
 *
 * @throws EngineError where it is none; it does not tell the password
 * @example
 * readAddress('clickhouse://one,two:8124/trainings?cluster=both').nodes; // => ['http://one:8123', 'http://two:8124']
 */
export function readAddress(text: string): Address {
  const [matched, username = 'default', password = '', hosts = '', database = '', query = ''] = form.exec(text) ?? [];
  const nodes = hosts.split(',');
  if (matched === undefined || !nodes.every((host) => node.test(host))) {
    throw new EngineError(`The address of ClickHouse cannot be read; expected: ${expected}`);
  }
  const options = optionsOf(query);
  const cluster = options.get('cluster');
  if (nodes.length > 1 && cluster === null) {
    throw new EngineError(`An address of several servers names their cluster; expected: ${expected}`);
  }
  const scheme = options.get('secure') === 'true' ? 'https' : 'http';
  return {
    nodes: nodes.map((host) => `${scheme}://${/:\d+$/.test(host) ? host : `${host}:8123`}`),
    database,
    cluster,
    username: decodeURIComponent(username),
    password: decodeURIComponent(password),
  };
}

function optionsOf(query: string): URLSearchParams {
  const options = new URLSearchParams(query);
  const other = [...options.keys()].find((name) => name !== 'cluster' && name !== 'secure');
  if (other === undefined) return options;
  throw new EngineError(`An address of ClickHouse has no “${other}”; allowed: cluster, secure`);
}
