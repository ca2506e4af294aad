import { operationNamed, snippetsOf, type Given } from '@govexport/router';
import { UsageError } from '../args/failures.ts';
import type { AnswerCommand } from '../commands/command.ts';

/**
 * How the same is asked of the API and with the typed client, as a text.
 *
 * @throws UsageError where the API does not answer it
 */
export function callText(command: AnswerCommand, input: Given, version: string): string {
  if (typeof command.answer !== 'function')
    throw new UsageError(`${command.name} has no call: the API gives it as the file codebook.json.`, command.name);
  const { url, call } = snippetsOf(operationNamed(command.answer(input)), input, { origin: '', version });
  return `API         GET ${url}\nTypeScript  await ${call}\n`;
}
