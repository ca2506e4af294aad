import { identityOf } from '@govexport/router';
import type { Dataset } from '@govexport/schema';
import { operations } from './operations.ts';

/** Addresses that a person may ask, as they are written in the description. */
export const publicAddresses: readonly string[] = [
  ...operations.map(({ route }) => templateOf(route)),
  '/trpc/{procedure}',
  '/openapi.json',
  '/healthz',
  '/problems/{code}',
];

/** An address in the notation of OpenAPI: `/v1/programs/{id}`. */
export function templateOf(route: string): string {
  return route.replaceAll(/:(\w+)/g, '{$1}');
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
