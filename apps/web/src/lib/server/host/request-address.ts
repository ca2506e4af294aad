import type { IncomingMessage } from 'node:http';

type Environment = Readonly<Record<string, string | undefined>>;

/** Settings of the server that name a header by which it learns its own name. */
const namingSettings = ['PROTOCOL_HEADER', 'HOST_HEADER', 'PORT_HEADER'];
let names: readonly string[] | undefined;

/** What the address of a page is made of: path and query as they came in, and the name of the site. */
export function addressOf({ url = '', headers }: IncomingMessage, environment: Environment): string {
  names ??= ['host', ...namingSettings.flatMap((setting) => environment[setting]?.toLowerCase() ?? [])];
  return [url, ...names.map((name) => String(headers[name] ?? ''))].join('\n');
}
