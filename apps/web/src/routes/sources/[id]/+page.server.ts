import { tables } from '@govexport/schema';
import { caller } from '#lib/server/caller.ts';
import { orProblemPage } from '#lib/server/problem-page.ts';
import { sourceCard } from '#lib/server/source-card.ts';
import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
  const { source, cited_by, alias } = await orProblemPage(() => caller.sources.get({ id: params.id }));
  // A merged record has one address: that of the record which holds its content.
  if (alias !== null) redirect(301, `/sources/${source.id}`);
  const groups = tables.flatMap(({ name, title }) => {
    const records = cited_by.filter(({ table }) => table === name);
    return records.length === 0 ? [] : [{ name, title, records }];
  });
  return { source: sourceCard(source), groups };
};
