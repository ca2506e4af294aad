import { citationOf } from '@govexport/schema';
import { dataset, servedAt } from '#lib/server/caller.ts';
import { settings } from '#lib/server/settings.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => {
  const { apa, bibtex, ris, csl } = citationOf(dataset, { served_at: servedAt });
  return {
    forms: [
      { label: 'BibTeX', code: bibtex.trim() },
      { label: 'RIS', code: ris.trim() },
      { label: 'CSL-JSON', code: JSON.stringify(csl, null, 2) },
    ],
    apa,
    isPublished: settings.datasetFolder === undefined,
  };
};
