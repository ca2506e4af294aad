import { dataTables } from '#lib/server/data-files.ts';
import { shown } from '#lib/server/language/translate.ts';
import { loadingSnippets } from '#lib/server/loading-snippets.ts';
import { settings } from '#lib/server/settings.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({
  tables: dataTables().map((table) => ({ ...table, description: shown(table.description) })),
  snippets: loadingSnippets(settings.origin ?? url.origin),
});
