import { pictureLayout } from '@govexport/charts/standalone';
import { chartNamed } from './chart-named.ts';
import type { TakenChart } from './taken-chart.ts';

/**
 * Pixels that a frame must be high for each chart of a page, by what its address has after `/charts/`: those of the wide
 * picture. A narrower frame that still shows the wide picture shows it smaller; a wider one shows it no larger.
 *
 * @throws the problem page of an address that no chart has
 * @example
 * await frameHeights(['trend', 'share?attribute=security_related']) // => { trend: 564, … }
 */
export async function frameHeights(addresses: readonly string[]): Promise<Record<string, number>> {
  const heights = addresses.map(async (address) => {
    const [name = '', query = ''] = address.split('?');
    const { picture } = await chartNamed(name, new URLSearchParams(query));
    return [address, frameHeight({ picture })] as const;
  });
  return Object.fromEntries(await Promise.all(heights));
}

/** Pixels that a frame must be high for a chart. */
export function frameHeight({ picture }: Pick<TakenChart, 'picture'>): number {
  return pictureLayout({ ...picture, size: 'wide' }).height;
}
