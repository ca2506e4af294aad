import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { expectedBy, showValue, valueAt } from '@govexport/schema';
import { z } from 'zod';
import { FileFailure } from './file-failure.ts';
import { colourChoices } from './global-options.ts';
import { WebSite } from './program-inputs.ts';
import { configPath } from './start/config-path.ts';

const Config = z.strictObject({
  dataset: z.string().min(1, { error: 'the path of a folder' }).optional(),
  color: z.enum(colourChoices).optional(),
  site: WebSite.optional(),
});

/** What the configuration file says; what it does not say is left to the defaults. */
export type Config = z.output<typeof Config>;

/**
 * The configuration. A file that is named by GOVEXPORT_CONFIG must be there, the usual one need not.
 *
 * @throws FileFailure with everything that is wrong with the file
 */
export function readConfig(variables: NodeJS.ProcessEnv): Config {
  const file = configPath(variables);
  if (file === null || (!existsSync(file) && variables['GOVEXPORT_CONFIG'] === undefined)) return {};
  const given = contentOf(file);
  const parsed = Config.safeParse(given);
  if (!parsed.success)
    throw new FileFailure(parsed.error.issues.map((issue) => sentence(file, given, issue)).join('\n'));
  const { dataset, ...others } = parsed.data;
  // A path stands in the file, so it begins at the folder of the file.
  return dataset === undefined ? others : { ...others, dataset: resolve(dirname(file), dataset) };
}

function contentOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const found = error instanceof SyntaxError ? 'is not JSON' : 'cannot be read';
    throw new FileFailure(
      `${file} ${found}; expected one JSON object with any of ${Object.keys(Config.shape).join(', ')}.`,
    );
  }
}

function sentence(file: string, given: unknown, issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys')
    return `${file}: ${issue.keys.join(', ')} is no setting; allowed is one of ${Object.keys(Config.shape).join(', ')}.`;
  const name = issue.path.join('.');
  return `${file}: ${name === '' ? 'it' : name} is ${showValue(valueAt(given, issue.path))}; allowed is ${expectedBy(issue)}.`;
}
