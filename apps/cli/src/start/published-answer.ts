import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { configPath } from './config-path.ts';

const folder = new URL('answers/', import.meta.url);

/** Names of statistics look like this; nothing else is looked for among the files. */
const statisticName = /^[a-z]+(?:-[a-z]+)*$/;

/**
 * The answer to a statistic as it is asked by default, as JSON: the very bytes that computing it would give, computed
 * when the program was built. Null where something else is asked.
 */
export function publishedAnswer(args: readonly string[], variables: NodeJS.ProcessEnv): Buffer | null {
  const [name = '', option, value, more] = args;
  const asJson = (option === '--format' && value === 'json') || (option === '--format=json' && value === undefined);
  const asked = asJson && more === undefined && statisticName.test(name);
  if (!asked || variables['GOVEXPORT_DATASET'] || existsSync(configPath(variables) ?? '')) return null;
  return readAnswer(name);
}

/** The file of an answer; null where there is none, which the usual way then has words for. */
function readAnswer(name: string): Buffer | null {
  try {
    return readFileSync(new URL(`${name}.json`, folder));
  } catch {
    return null;
  }
}

/** Every answer that was computed when the program was built, by the name of its statistic. */
export function publishedAnswers(): Record<string, unknown> {
  const files = readdirSync(folder);
  return Object.fromEntries(
    files.map((file) => [
      file.replace('.json', ''),
      JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as unknown,
    ]),
  );
}
