import { catalogue } from '@govexport/router';
import { inEnglish } from '#lib/server/labels.ts';
import { shown } from '#lib/server/language/translate.ts';
import { statisticView } from '#lib/server/statistic-view.ts';
import type { PageServerLoad } from './$types';

/** What is asked of the statistics that answer only once something is chosen: the choices of the home page. */
const choices: Readonly<Record<string, string>> = {
  share: 'attribute=security_related',
  composition: 'dimension=domain',
};

export const load: PageServerLoad = async () => ({
  statistics: await Promise.all(
    Object.values(catalogue).map(async ({ name, title, summary, reference }) => ({
      name,
      title: shown(title),
      finding: (await statisticView(name, new URLSearchParams(choices[name]))).finding,
      summary: shown(summary),
      reference: inEnglish(reference),
    })),
  ),
});
