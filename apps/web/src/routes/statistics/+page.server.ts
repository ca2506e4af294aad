import { catalogue } from '@govexport/router';
import { inEnglish } from '#lib/server/labels.ts';
import { shown } from '#lib/server/language/translate.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
  statistics: Object.values(catalogue).map(({ name, title, summary, reference }) => ({
    name,
    title: shown(title),
    summary: shown(summary),
    reference: inEnglish(reference),
  })),
});
