import { addressedOperations, identityOf } from '@govexport/router';
import type { Dataset } from '@govexport/schema';

/** Addresses beside the operations, and what each answers. */
export const otherAddresses: Readonly<Record<string, string>> = {
  '/v1/codebook.json': 'every table, field and value of the dataset, for programs',
  '/v1/codebook.md': 'the same for people',
  '/v1/schema/{table}.json': 'JSON Schema of the records of a table',
  '/v1/table-schema/{table}.json': 'Frictionless Table Schema of a CSV',
  '/v1/data': 'which version of the data is served, and where the others are',
  '/v1/data/latest/{path}': 'redirects to the version that is served',
  '/v1/data/{version}': 'every file of the version with its size and SHA-256',
  '/v1/data/{version}/{path}': 'a file of the version, or any address below `/v1` as of the version',
  '/openapi.json': 'the OpenAPI 3.1 description of all of these',
  '/reference': 'the description as a page, with examples in five languages',
  '/trpc/{procedure}': 'the same as tRPC; the type is `AppRouter` of `@govexport/router`',
  '/healthz': 'whether it serves, and which dataset',
  '/readyz': 'whether it takes new requests: 200, or 503 while it ends',
  '/metrics': 'figures for Prometheus',
  '/problems/{code}': 'what a kind of problem means',
};

/** Addresses that a person may ask, as they are written in the description. */
export const publicAddresses: readonly string[] = [
  ...addressedOperations.map(({ path }) => templateOf(path)),
  ...Object.keys(otherAddresses),
];

/** The address of a path in the notation of OpenAPI: `/v1/programs/{id}`. */
export function templateOf(path: string): string {
  return `/v1${path.replaceAll(/:(\w+)/g, '{$1}')}`;
}

/** What the root address answers. */
export function addressIndex(dataset: Dataset) {
  const { title, description, license, license_url, cautions } = dataset.meta;
  return {
    title,
    description,
    license,
    license_url,
    cautions,
    dataset: identityOf(dataset),
    addresses: publicAddresses,
  };
}

/** What `/healthz` answers. */
export function healthOf(dataset: Dataset) {
  return { status: 'ok', dataset: identityOf(dataset) };
}
