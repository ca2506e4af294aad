import { defineEnvVars } from '@sveltejs/kit/env';

const optional = (value: string | undefined): string | undefined => (value?.trim() ? value.trim() : undefined);

// Values are checked in lib/server/settings.ts, where a wrong one is told in a plain sentence.
export const variables = defineEnvVars({
  GOVEXPORT_DATASET: { schema: optional, description: 'Folder of the dataset; not set: the published dataset.' },
  ORIGIN: { schema: optional, description: 'Public address of the site, for canonical links and citations.' },
  REPORTS: { schema: optional, description: 'Address at which errors are reported; title and body are added to it.' },
  STATIC_SITE: { schema: optional, description: 'Set where the pages are made for a static host.' },
  API_ORIGIN: { schema: optional, description: 'Address of the API, for links to it.' },
});
