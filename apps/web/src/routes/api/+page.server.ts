import { catalogue } from '@govexport/router';
import { shown } from '#lib/server/language/translate.ts';
import { settings } from '#lib/server/settings.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
  address: `${settings.apiOrigin}/v1`,
  openapi: `${settings.apiOrigin}/openapi.json`,
  statistics: Object.values(catalogue).map(({ name, title }) => ({
    name,
    title: shown(title),
    request: `${settings.apiOrigin}/v1/statistics/${name}`,
  })),
});
