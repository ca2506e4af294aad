import { catalogue, offeredStatistics, statisticNamed } from '@govexport/router';
import { error } from '@sveltejs/kit';
import { m } from '#lib/generated/messages.js';
import { dataset } from '#lib/server/caller.ts';
import { shown } from '#lib/server/language/translate.ts';
import { methodPage } from '#lib/server/method-pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => {
  const html = methodPage(params.name);
  if (html === null) error(404, m.error_nothing_here());
  const name = statisticNamed(params.name);
  const { title, summary } = catalogue[name];
  return {
    name,
    title: shown(title),
    summary: shown(summary),
    html,
    isOffered: offeredStatistics(dataset).includes(name),
  };
};
