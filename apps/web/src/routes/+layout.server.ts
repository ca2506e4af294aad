import { offeredStatistics } from '@govexport/router';
import { wordsOfAddress } from '#lib/words-of-address.ts';
import { dataset } from '#lib/server/caller.ts';
import { senderOf, termLabel } from '#lib/server/labels.ts';
import { foundPages } from '#lib/server/page-search.ts';
import { settings } from '#lib/server/settings.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ url }) => ({
  // What the error page offers; the address of a page that does not exist has no load of its own.
  meant: foundPages(wordsOfAddress(url.pathname)),
  countries: dataset.meta.recipients.map((code) => ({ code, name: termLabel('recipient_country', code) })),
  ...senderOf(),
  offersClaims: offeredStatistics(dataset).includes('claims'),
  origin: settings.origin,
  reports: settings.reports,
  apiOrigin: settings.apiOrigin,
  isStatic: settings.isStatic,
  dataset: { name: dataset.meta.name, version: dataset.meta.version, sha256: dataset.sha256 },
});
