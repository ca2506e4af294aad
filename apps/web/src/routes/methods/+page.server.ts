import { catalogue } from '@govexport/router';
import { shown } from '#lib/server/language/translate.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
  methods: Object.values(catalogue).map(({ name, title, summary }) => ({
    name,
    title: shown(title),
    summary: shown(summary),
  })),
});
