import { offeredStatistics } from '@govexport/router';
import { dataset } from './caller.ts';
import { plainTables, recordAddress, tableAddress } from './record-address.ts';

const fixed = [
  ...['/', '/explore', '/countries', '/statistics', '/claims', '/compare', '/data', '/changes', '/methods', '/limits'],
  ...['/codebook', '/api', '/cite', '/about', '/accessibility', '/search'],
];

/** Every page of the site, without its language and without choices. */
export function sitePaths(): string[] {
  const statistics = offeredStatistics(dataset);
  const records = plainTables.flatMap(({ name }) =>
    (dataset[name as 'programs'] as readonly { id?: string }[]).flatMap(
      ({ id }) => recordAddress(name, id ?? '') ?? [],
    ),
  );
  return [
    ...fixed.filter((path) => path !== '/claims' || statistics.includes('claims')),
    ...dataset.meta.recipients.map((code) => `/countries/${code}`),
    ...statistics.flatMap((name) => [`/statistics/${name}`, `/methods/${name}`]),
    ...plainTables.map(({ name }) => tableAddress(name)).filter((path) => path !== '/explore'),
    ...records,
  ].filter((path) => !needsChoice.has(path));
}

/** Statistics that answer only once something is chosen. */
const needsChoice: ReadonlySet<string> = new Set(['/statistics/share', '/statistics/composition']);
