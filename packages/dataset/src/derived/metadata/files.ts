import { citationFile } from './citation-file.ts';
import { croissant } from './croissant.ts';
import { csvwMetadata } from './csvw.ts';
import { dataCite } from './datacite.ts';
import { dataPackage } from './data-package.ts';
import { sha256Of, type Description } from './description.ts';
import { schemaOrg } from './schema-org.ts';

/** A file that is made from others: its path below their folder and its text. */
export interface DerivedFile {
  readonly path: string;
  readonly text: string;
}

const inPackage: Readonly<Record<string, (description: Description) => unknown>> = {
  'datapackage.json': dataPackage,
  'csvw-metadata.json': csvwMetadata,
  'schema-org.jsonld': schemaOrg,
  'croissant.json': croissant,
  'datacite.json': dataCite,
};

/** The metadata files, all made from one description. */
export function metadataFiles(description: Description): DerivedFile[] {
  return Object.entries(inPackage).map(([name, write]) => ({
    path: name,
    text: `${JSON.stringify(write(description), null, 2)}\n`,
  }));
}

/** `CITATION.cff`. */
export function citation(description: Description): DerivedFile {
  return { path: 'CITATION.cff', text: citationFile(description) };
}

/** A file of any kind, by its path. */
interface AnyFile {
  readonly path: string;
  readonly text: string | Uint8Array;
}

/** The name of the file of checksums. */
export const checksumsFile = 'SHA256SUMS';

/** `SHA256SUMS` of the files, sorted by path, for `sha256sum --check` in their folder. */
export function checksums(files: readonly AnyFile[]): DerivedFile {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  return { path: checksumsFile, text: sorted.map(({ path, text }) => `${sha256Of(text)}  ${path}\n`).join('') };
}
