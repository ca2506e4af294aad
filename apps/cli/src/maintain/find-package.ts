import { createRequire } from 'node:module';
import { join } from 'node:path';

/**
 * The file that a package offers under a name, such as `@govexport/api/server`: installed beside this program, else in
 * the working directory. Null where it is in neither.
 */
export function findPackageFile(name: string): string | null {
  for (const from of [import.meta.url, join(process.cwd(), 'package.json')]) {
    try {
      return createRequire(from).resolve(name);
    } catch {
      continue;
    }
  }
  return null;
}
