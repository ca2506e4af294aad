import { catalogue, offeredStatistics } from '@govexport/router';
import { dataset } from '#lib/server/caller.ts';
import { shown } from '#lib/server/language/translate.ts';
import { settings } from '#lib/server/settings.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
  address: `${settings.apiOrigin}/v1`,
  openapi: `${settings.apiOrigin}/openapi.json`,
  statistics: offeredStatistics(dataset).map((name) => ({
    name,
    title: shown(catalogue[name].title),
    request: `${settings.apiOrigin}/v1/statistics/${name}`,
  })),
});
