import { identityOf } from '@govexport/router';
import { showValue, type Dataset } from '@govexport/schema';
import type { PackageFiles } from '../files/package-files.ts';
import { HttpProblem } from '../problems/problem.ts';
import type { Document } from './documents.ts';

/** What is served of the versions of a dataset. */
export interface Versioned {
  readonly dataset: Dataset;
  readonly documents: ReadonlyMap<string, Document>;
  /** The files of the published package; undefined for another dataset, which has none. */
  readonly files: PackageFiles | undefined;
}

const elsewhere = 'Every published version is the npm package @govexport/dataset of the same version.';

/** What `/v1/data` answers. */
export function versionIndex({ dataset, files }: Versioned) {
  const { version } = dataset.meta;
  return {
    dataset: identityOf(dataset),
    versions: [{ version, address: `/v1/data/${version}` }],
    latest: `/v1/data/${version}`,
    other_versions:
      files === undefined ? 'Whoever runs this server gave it this dataset; other versions are theirs.' : elsewhere,
  };
}

/** What the address of a version answers: what can be asked below it. */
export function versionManifest({ dataset, documents, files }: Versioned) {
  const base = `/v1/data/${dataset.meta.version}`;
  return {
    dataset: identityOf(dataset),
    license: dataset.meta.license,
    documents: [...documents].map(([path, { summary }]) => ({ address: `${base}/${path}`, summary })),
    files: [...(files?.values() ?? [])].map(({ path, bytes, sha256, type }) => ({
      address: `${base}/${path}`,
      bytes,
      sha256,
      type,
    })),
  };
}

/**
 * Refuses a version that is not served.
 *
 * @throws HttpProblem `not-found` with the version that is, and where the others are
 */
export function checkVersion({ dataset, files }: Versioned, version: string): void {
  const served = dataset.meta.version;
  if (version === served) return;
  const others = files === undefined ? '' : ` ${elsewhere}`;
  const expected = `${served}, the version that is served, or latest`;
  const detail = `version is ${showValue(version)}; allowed is ${expected}.${others}`;
  throw new HttpProblem('not-found', { detail, errors: [{ field: 'version', value: showValue(version), expected }] });
}

/** The refusal of a file that a version does not have. */
export function unknownFile({ dataset, files }: Versioned, path: string): HttpProblem {
  const value = showValue(path);
  const index = `/v1/data/${dataset.meta.version}`;
  const detail =
    files === undefined
      ? `There is no file ${value}: this server has a dataset of its own, and files only for the published one.`
      : `There is no file ${value} in version ${dataset.meta.version}; ${index} lists those there are.`;
  const expected = files === undefined ? `an address of ${index}` : `a path that ${index} lists`;
  return new HttpProblem('not-found', { detail, errors: [{ field: 'path', value, expected }] });
}
