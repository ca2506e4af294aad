import { catalogue, offeredStatistics } from '@govexport/router';
import { dataset } from '#lib/server/caller.ts';
import { inEnglish } from '#lib/server/labels.ts';
import { shown } from '#lib/server/language/translate.ts';
import { statisticView } from '#lib/server/statistic-view.ts';
import type { PageServerLoad } from './$types';

/** What is asked of the statistics that answer only once something is chosen: the choices of the home page. */
const choices: Readonly<Record<string, string>> = {
  share: 'attribute=security_related',
  composition: 'dimension=domain',
};

/** What the dataset can answer. */
const offered = () => offeredStatistics(dataset).map((name) => catalogue[name]);

export const load: PageServerLoad = async () => ({
  statistics: await Promise.all(
    offered().map(async ({ name, title, summary, reference }) => ({
      name,
      title: shown(title),
      finding: (await statisticView(name, new URLSearchParams(choices[name]))).finding,
      summary: shown(summary),
      reference: inEnglish(reference),
    })),
  ),
});
