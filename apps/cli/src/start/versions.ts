import type { Dataset } from '@govexport/schema';
import schema from '@govexport/schema/package.json' with { type: 'json' };
import manifest from '../../package.json' with { type: 'json' };

/** The version of the program. */
export const programVersion: string = manifest.version;

/** The version of the schema that the program was built with. */
export const schemaVersion: string = schema.version;

/** The versions of the program, the dataset and the schema, as --version prints them. */
export function versionText({ meta, sha256 }: Dataset): string {
  return `govexport ${programVersion}\ndataset ${meta.name} ${meta.version}, sha256 ${sha256}\nschema ${schemaVersion}\n`;
}
