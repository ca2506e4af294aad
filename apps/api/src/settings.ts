import { z } from 'zod';

/** Where the server listens and what it serves. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  /** Folder of the dataset; not given: the published one. */
  readonly dataset: string | undefined;
}

const optional = (text: unknown): unknown => (typeof text === 'string' && text.trim() === '' ? undefined : text);

const Environment = z.object({
  API_PORT: z.preprocess(
    optional,
    z
      .string()
      .regex(/^\d{1,5}$/, { error: 'a whole number from 1 to 65535' })
      .transform(Number)
      .refine((port) => port >= 1 && port <= 65_535, { error: 'a whole number from 1 to 65535' })
      .default(8787),
  ),
  HOST: z.preprocess(
    optional,
    z
      .string()
      .regex(/^[\w.:-]+$/, { error: 'an address of this machine, such as 127.0.0.1 or 0.0.0.0' })
      .default('127.0.0.1'),
  ),
  GOVEXPORT_DATASET: z.preprocess(optional, z.string().optional()),
});

/** A setting that cannot be used; the message holds one sentence for each. */
export class SettingsError extends Error {}

/**
 * Reads the settings from the environment.
 *
 * @throws SettingsError naming every variable that is wrong, its value and what is allowed
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success)
    throw new SettingsError(parsed.error.issues.map((issue) => sentence(issue, environment)).join('\n'));
  const { API_PORT, HOST, GOVEXPORT_DATASET } = parsed.data;
  return { port: API_PORT, host: HOST, dataset: GOVEXPORT_DATASET };
}

function sentence(
  { path, message }: z.core.$ZodIssue,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  const name = path.join('.');
  return `${name} is ${JSON.stringify(environment[name])}; allowed is ${message}.`;
}
