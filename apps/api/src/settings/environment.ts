import { isIP } from 'node:net';
import { z } from 'zod';
import { isNetwork } from '../limits/client-address.ts';

/** Levels of the log, the quietest first. */
const levels = ['silent', 'error', 'warn', 'info', 'debug'] as const;

/** A variable that is not set, or set to nothing, counts as not given. */
function variable<Schema extends z.ZodType>(schema: Schema, description: string) {
  const given = (text: unknown): unknown => (typeof text === 'string' && text.trim() === '' ? undefined : text);
  return z.preprocess(given, schema).describe(description);
}

/** A whole number between two others. */
function whole(least: number, most: number, defaultValue: number) {
  const allowed = `a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, { error: allowed, abort: true })
    .transform(Number)
    .refine((value) => value >= least && value <= most, { error: allowed })
    .default(defaultValue);
}

const origin = 'an address such as https://data.example.org, without a path';

/** Every variable of the environment that the server reads. The table in docs/api.md is made from it. */
export const Environment = z.object({
  API_PORT: variable(whole(1, 65_535, 8787), 'port to listen on'),
  HOST: variable(
    z
      .string()
      .regex(/^[\w.:-]+$/, { error: 'an address of this machine, such as 127.0.0.1 or 0.0.0.0' })
      .default('127.0.0.1'),
    'address to listen on; `0.0.0.0` for every address',
  ),
  PUBLIC_URL: variable(
    z
      .string()
      .refine((text) => /^https?:$/.test(protocolOf(text)) && new URL(text).origin === text, { error: origin })
      .optional(),
    'address under which clients reach the server; it stands in the examples of the description. Not given: where it listens',
  ),
  GOVEXPORT_DATASET: variable(
    z.string().optional(),
    'folder with another dataset of the same schema. Not given: the published one',
  ),
  LOG_LEVEL: variable(
    z.enum(levels, { error: `one of ${levels.join(', ')}` }).default('info'),
    'what is logged, as JSON lines: `info` the start and the end, `debug` also every request, `error` failures only',
  ),
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
  CACHE_MEGABYTES: variable(whole(1, 65_536, 8), 'most memory that kept answers hold'),
  MAX_HEADER_BYTES: variable(whole(1_024, 1_048_576, 16_384), 'most bytes of a request line with its headers'),
  HEADERS_TIMEOUT: variable(
    whole(1, 3_600, 10),
    'seconds that the headers of a request may take, at most `REQUEST_TIMEOUT`',
  ),
  REQUEST_TIMEOUT: variable(whole(1, 3_600, 30), 'seconds that a whole request may take to come in'),
  KEEP_ALIVE_TIMEOUT: variable(whole(1, 3_600, 5), 'seconds that a connection may wait for its next request'),
  GRACE: variable(whole(0, 3_600, 4), 'seconds that requests in flight have to end after SIGTERM or SIGINT'),
});

/** The settings, every variable checked and filled in. */
export type Environment = z.output<typeof Environment>;

/** The origin of a server that listens on a host and a port. */
export function originOf(host: string, port: number): string {
  return `http://${isIP(host) === 6 ? `[${host}]` : host}:${port}`;
}

function protocolOf(text: string): string {
  return URL.canParse(text) ? new URL(text).protocol : '';
}
