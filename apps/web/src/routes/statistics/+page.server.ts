import { catalogue } from '@govexport/router';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
  statistics: Object.values(catalogue).map(({ name, title, summary, reference }) => ({
    name,
    title,
    summary,
    reference,
  })),
});
