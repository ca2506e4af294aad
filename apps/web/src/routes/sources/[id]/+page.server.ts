import { caller } from '#lib/server/caller.ts';
import { orProblemPage } from '#lib/server/problem-page.ts';
import { sourceCard } from '#lib/server/source-card.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
  const { source, programs } = await orProblemPage(() => caller.sources.get({ id: params.id }));
  return { source: sourceCard(source), programs };
};
