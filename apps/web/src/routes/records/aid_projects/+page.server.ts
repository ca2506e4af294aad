import { redirect } from '@sveltejs/kit';
import { aidList, aidQuery } from '#lib/server/aid-list.ts';
import { aidReleases } from '#lib/server/aid-releases.ts';
import { dataset } from '#lib/server/caller.ts';
import { shown } from '#lib/server/language/translate.ts';
import { orProblemPage } from '#lib/server/problem-page.ts';
import { plainTables } from '#lib/server/record-address.ts';
import { tidyQuery } from '#lib/server/tidy-query.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url }) => {
  const list = await orProblemPage(() => aidList(url.searchParams));
  const tidied = tidyQuery(url, aidQuery);
  if (tidied !== null) redirect(303, tidied);
  const table = plainTables.find(({ name }) => name === 'aid_projects');
  return {
    ...list,
    title: shown(table?.title ?? ''),
    description: shown(table?.description ?? ''),
    records: dataset.aid_projects.length,
    aid: aidReleases(null),
  };
};
