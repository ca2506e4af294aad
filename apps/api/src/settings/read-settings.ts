import type { z } from 'zod';
import { Environment } from './environment.ts';

/** A setting that cannot be used; the message holds one sentence for each. */
export class SettingsError extends Error {}

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings from the environment.
 *
 * @throws SettingsError naming every variable that is wrong, its value and what is allowed
 */
export function readSettings(variables: Variables): Environment {
  const parsed = Environment.safeParse(variables);
  if (parsed.success) {
    checkTimeouts(parsed.data, variables);
    return parsed.data;
  }
  throw new SettingsError(parsed.error.issues.map((issue) => sentence(issue, variables)).join('\n'));
}

/** The headers are part of the request, so that they may not take longer than it. */
function checkTimeouts(
  { HEADERS_TIMEOUT: headers, REQUEST_TIMEOUT: request }: Environment,
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

/** The variables as the rows of a Markdown table: name, meaning and what holds where it is not given. */
export function settingsTable(): string[][] {
  const defaults = Environment.parse({}) as Readonly<Record<string, unknown>>;
  return Object.entries(Environment.shape).map(([name, schema]) => {
    const defaultValue = defaults[name];
    return [`\`${name}\``, schema.description ?? '', defaultValue === undefined ? '' : shown(defaultValue)];
  });
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.join(', ');
  return String(value);
}
