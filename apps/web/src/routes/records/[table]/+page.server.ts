import { recordSchemas } from '@govexport/router';
import { error, redirect } from '@sveltejs/kit';
import { m } from '#lib/generated/messages.js';
import { localizeHref } from '#lib/generated/runtime.js';
import { orProblemPage } from '#lib/server/problem-page.ts';
import { plainTables, tableAddress } from '#lib/server/record-address.ts';
import { recordList } from '#lib/server/record-list.ts';
import { tidyQuery } from '#lib/server/tidy-query.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
  const table = plainTables.find(({ name }) => name === params.table);
  if (table === undefined) error(404, m.error_nothing_here());
  if (table.name === 'programs') redirect(308, localizeHref(tableAddress('programs')) + url.search);
  const list = await orProblemPage(() => recordList(table, url.searchParams));
  const tidied = tidyQuery(url, recordSchemas[table.name as 'transfers'].list.input);
  if (tidied !== null) redirect(303, tidied);
  return list;
};
