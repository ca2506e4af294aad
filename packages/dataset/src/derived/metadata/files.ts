import type { DerivedFile } from '../derived-files.ts';
import { citationFile } from './citation-file.ts';
import { croissant } from './croissant.ts';
import { csvwMetadata } from './csvw.ts';
import { dataCite } from './datacite.ts';
import { dataPackage } from './data-package.ts';
import { sha256Of, type Description } from './description.ts';
import { schemaOrg } from './schema-org.ts';

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

/** `SHA256SUMS` of the files, for `sha256sum --check` in its folder. */
export function checksums(files: readonly DerivedFile[]): DerivedFile {
  const lines = files.map(({ path, text }) => `${sha256Of(text)}  ${path}\n`);
  return { path: 'SHA256SUMS', text: lines.join('') };
}
