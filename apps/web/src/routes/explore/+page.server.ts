import { redirect } from '@sveltejs/kit';
import { exploreInput, readAddress, defaultColumns } from '#lib/server/explore/explore-query.ts';
import { exploreView } from '#lib/server/explore/explore-view.ts';
import { orProblemPage } from '#lib/server/problem-page.ts';
import { tidyQuery } from '#lib/server/tidy-query.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url }) => {
  const view = await orProblemPage(() => exploreView(readAddress(url)));
  const tidied = tidyQuery(withoutUsualColumns(url), exploreInput) ?? addressOf(withoutUsualColumns(url));
  if (tidied !== addressOf(url)) redirect(303, tidied);
  return view;
};

/** A form sends the default columns too; they need no place in the address. */
function withoutUsualColumns(url: URL): URL {
  const tidied = new URL(url);
  const asked = url.searchParams.getAll('fields').flatMap((text) => text.split(','));
  if (asked.toSorted().join() === defaultColumns.toSorted().join()) tidied.searchParams.delete('fields');
  return tidied;
}

function addressOf({ pathname, search }: URL): string {
  return pathname + search.replaceAll('%2C', ',');
}
