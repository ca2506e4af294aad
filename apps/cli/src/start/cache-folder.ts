import { join } from 'node:path';

/**
 * Where Node keeps the code of the program compiled: a folder of the user alone, so that nobody else can put code there.
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
