import { isIP } from 'node:net';
import { z } from 'zod';
import { isNetwork } from './client-address.ts';

/**
 * A variable of the environment; not set, or set to nothing, it counts as not given.
 *
 * @param description - what it is, for the manual
 */
export function variable<Schema extends z.ZodType>(schema: Schema, description: string) {
  const given = (text: unknown): unknown => (typeof text === 'string' && text.trim() === '' ? undefined : text);
  return z.preprocess(given, schema).describe(description);
}

/** A whole number between two others. */
export function whole(least: number, most: number, defaultValue: number) {
  const allowed = `a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, { error: allowed, abort: true })
    .transform(Number)
    .refine((value) => value >= least && value <= most, { error: allowed })
    .default(defaultValue);
}

/** The address that a server listens on. */
export function listensOn(defaultValue: string) {
  const error = 'an address of this machine, such as 127.0.0.1 or 0.0.0.0';
  const address = z.string().regex(/^[\w.:-]+$/, { error });
  return variable(address.default(defaultValue), 'address to listen on; `0.0.0.0` for every address');
}

/** The limits of a server, as variables of the environment. Every server of ours has them, with the same meaning. */
export const limitSettings = {
  RATE_LIMIT: variable(
    whole(0, 1_000_000_000 - 1, 6_000),
    'requests that a client may make in a minute; 0: any number',
  ),
  TRUSTED_PROXIES: variable(
    z
      .string()
      .transform((text) => text.split(',').map((part) => part.trim()))
      .refine((parts) => parts.every(isNetwork), {
        error: 'addresses or networks separated by commas, such as 127.0.0.1, 10.0.0.0/8',
      })
      .default([]),
    'proxies whose header `X-Forwarded-For` is believed: addresses or networks, separated by commas',
  ),
  WORKERS: variable(whole(1, 256, 2), 'statistics that are computed at the same time, each in a thread of its own'),
  QUESTIONS_WAITING: variable(
    whole(1, 1_000_000, 512),
    'statistics that may wait to be computed; of more, the newest of whoever asks for the most is refused',
  ),
  QUESTION_TIMEOUT: variable(whole(1, 3_600, 20), 'seconds that a statistic may take to compute'),
  MAX_HEADER_BYTES: variable(whole(1_024, 1_048_576, 16_384), 'most bytes of a request line with its headers'),
  HEADERS_TIMEOUT: variable(
    whole(1, 3_600, 10),
    'seconds that the headers of a request may take, at most `REQUEST_TIMEOUT`',
  ),
  REQUEST_TIMEOUT: variable(
    whole(1, 3_600, 30),
    'seconds that a whole request may take to come in, and that a client may take nothing of an answer',
  ),
  KEEP_ALIVE_TIMEOUT: variable(whole(1, 3_600, 5), 'seconds that a connection may wait for its next request'),
  GRACE: variable(whole(0, 3_600, 4), 'seconds that requests in flight have to end after SIGTERM or SIGINT'),
};

/** The limits of a server. */
export type LimitSettings = z.output<z.ZodObject<typeof limitSettings>>;

/** A setting that cannot be used; the message holds one sentence for each. */
export class SettingsError extends Error {}

type Variables = Readonly<Record<string, string | undefined>>;
type Schema<Settings> = z.ZodObject<z.ZodRawShape> & z.ZodType<Settings>;

/**
 * Reads settings from the environment.
 *
 * @throws SettingsError naming every variable that is wrong, its value and what is allowed
 */
export function readSettings<Settings extends LimitSettings>(schema: Schema<Settings>, variables: Variables): Settings {
  const parsed = schema.safeParse(variables);
  if (parsed.success) {
    checkTimeouts(parsed.data, variables);
    return parsed.data;
  }
  throw new SettingsError(parsed.error.issues.map((issue) => sentence(issue, variables)).join('\n'));
}

/** The headers are part of the request, so that they may not take longer than it. */
function checkTimeouts(
  { HEADERS_TIMEOUT: headers, REQUEST_TIMEOUT: request }: LimitSettings,
  variables: Variables,
): void {
  if (headers <= request) return;
  throw new SettingsError(
    variables['HEADERS_TIMEOUT'] === undefined
      ? `REQUEST_TIMEOUT is "${request}"; allowed is at least HEADERS_TIMEOUT, which is ${headers}.`
      : `HEADERS_TIMEOUT is "${headers}"; allowed is at most REQUEST_TIMEOUT, which is ${request}.`,
  );
}

function sentence({ path, message }: z.core.$ZodIssue, variables: Variables): string {
  const name = path.join('.');
  return `${name} is ${JSON.stringify(variables[name])}; allowed is ${message}.`;
}

/** Settings as the rows of a Markdown table: name, meaning and what holds where it is not given. */
export function settingsTable(schema: z.ZodObject): string[][] {
  const defaults = schema.parse({}) as Readonly<Record<string, unknown>>;
  return Object.entries(schema.shape as Readonly<Record<string, z.ZodType>>).map(([name, { description }]) => {
    const defaultValue = defaults[name];
    return [`\`${name}\``, description ?? '', defaultValue === undefined ? '' : shown(defaultValue)];
  });
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.join(', ');
  return String(value);
}

/** The origin of a server that listens on a host and a port. */
export function originOf(host: string, port: number): string {
  return `http://${isIP(host) === 6 ? `[${host}]` : host}:${port}`;
}

/** Why a server cannot listen where its settings say, in one sentence. */
export function listenRefusal(
  { code }: NodeJS.ErrnoException,
  [host, port, portName]: readonly [string, number, string],
): string {
  if (code === 'EADDRINUSE') return `Port ${port} is already in use: choose another one with ${portName}.`;
  if (code === 'EACCES') return `Port ${port} may not be opened by this user: choose another one with ${portName}.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `HOST is ${JSON.stringify(host)}, but this machine has no such address.`;
  return `The server cannot listen on ${host}:${port} (${code ?? 'unknown error'}).`;
}
