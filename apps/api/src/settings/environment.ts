import { limitSettings, listensOn, variable, whole } from '@govexport/http/node';
import { z } from 'zod';

/** Levels of the log, the quietest first. */
const levels = ['silent', 'error', 'warn', 'info', 'debug'] as const;

const origin = 'an address such as https://data.example.org, without a path';

/** Every variable of the environment that the server reads. The table in docs/api.md is made from it. */
export const Environment = z.object({
  API_PORT: variable(whole(1, 65_535, 8787), 'port to listen on'),
  HOST: listensOn('127.0.0.1'),
  PUBLIC_URL: variable(
    z
      .string()
      .refine((text) => /^https?:$/.test(protocolOf(text)) && new URL(text).origin === text, { error: origin })
      .optional(),
    'address under which clients reach the server; it stands in the examples of the description, and in citations of a dataset without an address. Not given: where it listens',
  ),
  GOVEXPORT_DATASET: variable(
    z.string().optional(),
    'folder with another dataset of the same schema. Not given: the published one',
  ),
  LOG_LEVEL: variable(
    z.enum(levels, { error: `one of ${levels.join(', ')}` }).default('info'),
    'what is logged, as JSON lines: `info` the start and the end, `debug` also every request, `error` failures only',
  ),
  CACHE_MEGABYTES: variable(whole(1, 65_536, 8), 'most memory that kept answers hold'),
  ...limitSettings,
});

/** The settings, every variable checked and filled in. */
export type Environment = z.output<typeof Environment>;

function protocolOf(text: string): string {
  return URL.canParse(text) ? new URL(text).protocol : '';
}
