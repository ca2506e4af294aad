import { join } from 'node:path';

/**
 * Where the configuration is looked for: the file of GOVEXPORT_CONFIG, else one of a folder of the user. Null where there
 * is no such place.
 *
 * @example
 * configPath({ XDG_CONFIG_HOME: '/tmp/config' }) // => '/tmp/config/govexport/config.json'
 */
export function configPath(variables: NodeJS.ProcessEnv): string | null {
  const { GOVEXPORT_CONFIG: file, XDG_CONFIG_HOME: config, APPDATA: roaming, HOME: home } = variables;
  if (file !== undefined) return file === '' ? null : file;
  const folder = config || roaming || (home && join(home, '.config'));
  return folder ? join(folder, 'govexport', 'config.json') : null;
}
