import { isDeepStrictEqual } from 'node:util';
import type { Server } from './servers.ts';

interface Counted {
  readonly name: string;
  readonly values: readonly { readonly value: string; readonly count: number }[];
}

/**
 * Checks that SQLite counts what the API counts.
 *
 * @throws Error with the facet where it does not
 */
export async function checkFacetCounts(api: Server, sqlite: Server): Promise<void> {
  const query = 'from=2010&to=2020&values=50';
  const ours = ((await read(`${api.origin}/v1/programs/facets?${query}`)) as { facets: Counted[] }).facets;
  const theirs = (await read(`${sqlite.origin}/facets?${query}`)) as Counted[];
  for (const { name, values } of theirs) {
    const own = ours.find((facet) => facet.name === name)?.values ?? [];
    if (isDeepStrictEqual(plain(own), plain(values))) continue;
    throw new Error(
      `SQLite counts the facet ${name} as ${JSON.stringify(plain(values))}, the API as ${JSON.stringify(plain(own))}.`,
    );
  }
}

/** The counts without the values that a vocabulary has and no record shows; SQLite knows no vocabulary. */
function plain(values: Counted['values']): object {
  return Object.fromEntries(values.filter(({ count }) => count > 0).map(({ value, count }) => [value, count]));
}

async function read(address: string): Promise<unknown> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answers ${response.status}.`);
  return response.json();
}
