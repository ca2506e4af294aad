import { encodeQuery } from '@govexport/router';
import type { AnswerCommand } from '../commands/command.ts';
import { UsageError } from '../args/failures.ts';

/**
 * How the same is asked of the API and with the typed client, as a text.
 *
 * @throws UsageError where the API does not answer it
 */
export function callText(command: AnswerCommand, input: Readonly<Record<string, unknown>>, version: string): string {
  const call = command.call(input);
  if (call === null)
    throw new UsageError(`${command.name} has no call: the API gives it as the file codebook.json.`, command.name);
  const inPath = new Set([...call.path.matchAll(/:(\w+)/g)].map(([, name]) => name));
  const path = call.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(input[name])));
  const rest = Object.fromEntries(Object.entries(input).filter(([name]) => !inPath.has(name)));
  const query = command.input === null ? '' : queryOf(encodeQuery(command.input, rest));
  const given = Object.keys(input).length === 0 ? '' : JSON.stringify(input);
  return `API         GET /v1/data/${version}/${path}${query === '' ? '' : `?${query}`}
TypeScript  await client.${call.procedure}.query(${given})
`;
}

/** Commas need no escape in a query and are read more easily without. */
function queryOf(entries: readonly [string, string][]): string {
  return String(new URLSearchParams([...entries])).replaceAll('%2C', ',');
}
