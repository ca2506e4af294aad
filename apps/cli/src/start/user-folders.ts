import { join } from 'node:path';

/**
 * Where Node keeps the code of the program compiled, and the program its answers: a folder of the user alone, so that nobody
 * else can put anything there.
 * Null where the environment names no place of the user.
 *
 * @example
 * cacheFolder({ XDG_CACHE_HOME: '/tmp/cache' }) // => '/tmp/cache/govexport'
 */
export function cacheFolder(variables: NodeJS.ProcessEnv): string | null {
  const { XDG_CACHE_HOME: cache, LOCALAPPDATA: local, HOME: home } = variables;
  const folder = cache || local || (home && join(home, '.cache'));
  return folder ? join(folder, 'govexport') : null;
}

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
