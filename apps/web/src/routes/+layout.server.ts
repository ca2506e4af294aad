import { dataset } from '#lib/server/caller.ts';
import { settings } from '#lib/server/settings.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = () => ({
  origin: settings.origin,
  reports: settings.reports,
  apiOrigin: settings.apiOrigin,
  isStatic: settings.isStatic,
  dataset: { name: dataset.meta.name, version: dataset.meta.version, sha256: dataset.sha256 },
});
