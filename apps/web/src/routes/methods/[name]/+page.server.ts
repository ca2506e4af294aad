import { catalogue, statisticNamed } from '@govexport/router';
import { error } from '@sveltejs/kit';
import { m } from '#lib/generated/messages.js';
import { shown } from '#lib/server/language/translate.ts';
import { methodPage } from '#lib/server/method-pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => {
  const html = methodPage(params.name);
  if (html === null) error(404, m.error_nothing_here());
  const name = statisticNamed(params.name);
  return { name, title: shown(catalogue[name].title), summary: shown(catalogue[name].summary), html };
};
