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
  if (parsed.success) return parsed.data;
  throw new SettingsError(parsed.error.issues.map((issue) => sentence(issue, variables)).join('\n'));
}

function sentence({ path, message }: z.core.$ZodIssue, variables: Variables): string {
  const name = path.join('.');
  return `${name} is ${JSON.stringify(variables[name])}; allowed is ${message}.`;
}

/** The variables as the rows of a Markdown table: name, meaning and what holds where it is not given. */
export function settingsTable(): string[][] {
  const defaults = Environment.parse({}) as Readonly<Record<string, unknown>>;
  return Object.entries(Environment.shape).map(([name, schema]) => {
    const usual = defaults[name];
    return [`\`${name}\``, schema.description ?? '', usual === undefined ? '' : shown(usual)];
  });
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.join(', ');
  return String(value);
}
