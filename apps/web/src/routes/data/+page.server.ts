import { dataTables } from '#lib/server/data-files.ts';
import { inEnglish } from '#lib/server/labels.ts';
import { loadingSnippets } from '#lib/server/loading-snippets.ts';
import { settings } from '#lib/server/settings.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({
  tables: dataTables().map((table) => ({ ...table, description: inEnglish(table.description) })),
  snippets: loadingSnippets(settings.origin ?? url.origin),
});
