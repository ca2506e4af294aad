import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { readJsonFile } from '@govexport/dataset/json';
import { showValue } from '@govexport/schema';
import { FileFailure } from '../args/failures.ts';
import { colourChoices, type ColourChoice } from '../args/global-options.ts';
import { configPath } from './user-folders.ts';

/** What the configuration file says; what it does not say is left to the defaults. */
export interface Config {
  readonly dataset?: string;
  readonly color?: ColourChoice;
  readonly site?: string;
}

/** What each setting may be. Every command reads them, so that no library is loaded for it. */
const settings: Readonly<Record<string, { readonly allowed: string; readonly fits: (text: string) => boolean }>> = {
  dataset: { allowed: 'the path of a folder', fits: (text) => text !== '' },
  color: {
    allowed: `one of ${colourChoices.join(', ')}`,
    fits: (text) => colourChoices.some((choice) => choice === text),
  },
  site: {
    allowed: 'an address such as https://data.example.org',
    fits: (text) => /^https?:\/\//.test(text) && URL.canParse(text),
  },
};

const names = Object.keys(settings).join(', ');

/**
 * The configuration. A file that is named by GOVEXPORT_CONFIG must be there, the one of the user need not.
 *
 * @throws FileFailure with everything that is wrong with the file
 */
export function readConfig(variables: NodeJS.ProcessEnv): Config {
  const file = configPath(variables);
  if (file === null || (!existsSync(file) && variables['GOVEXPORT_CONFIG'] === undefined)) return {};
  const given = contentOf(file);
  const sentences = Object.entries(given).flatMap(([name, value]) => {
    const setting = Object.hasOwn(settings, name) ? settings[name] : undefined;
    if (setting === undefined) return [`${file}: ${name} is no setting; allowed is one of ${names}.`];
    const fits = typeof value === 'string' && setting.fits(value);
    return fits ? [] : [`${file}: ${name} is ${showValue(value)}; allowed is ${setting.allowed}.`];
  });
  if (sentences.length > 0) throw new FileFailure(sentences.join('\n'));
  const config = given as Config;
  // A path stands in the file, so it begins at the folder of the file.
  return config.dataset === undefined ? config : { ...config, dataset: resolve(dirname(file), config.dataset) };
}

function contentOf(file: string): object {
  const expected = `one JSON object with any of ${names}`;
  try {
    const content = readJsonFile(file, expected);
    if (typeof content === 'object' && content !== null && !Array.isArray(content)) return content;
  } catch (error) {
    throw new FileFailure(error instanceof Error ? error.message : String(error));
  }
  throw new FileFailure(`${file} is no object; expected ${expected}.`);
}
