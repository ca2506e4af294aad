import { decodeQuery, encodeQuery, ListInput } from '@govexport/router';
import { redirect } from '@sveltejs/kit';
import { localizeHref } from '#lib/generated/runtime.js';
import { caller } from '#lib/server/caller.ts';
import { formFields } from '#lib/server/form-fields.ts';
import { countryNames, fieldLabel, termOf } from '#lib/server/labels.ts';
import { orProblemPage } from '#lib/server/problem-page.ts';
import { readable, tidyQuery } from '#lib/server/tidy-query.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url }) => {
  const given = decodeQuery(ListInput, url.searchParams);
  const list = await orProblemPage(() => caller.programs.list(given));
  const tidied = tidyQuery(url, ListInput);
  if (tidied !== null) redirect(303, tidied);
  const address = (cursor: string | null) => {
    const query = readable(encodeQuery(ListInput, { ...given, cursor }));
    return localizeHref(query === '' ? '/programs' : `/programs?${query}`);
  };
  return {
    total: list.total,
    input: list.input,
    sortLabel: (fieldLabel(list.input.sort) ?? list.input.sort).toLowerCase(),
    chosen: Object.keys(given).filter((name) => name !== 'cursor'),
    // Choosing anew begins at the first page.
    fields: formFields(ListInput, { given, resolved: list.input }).filter(({ name }) => name !== 'cursor'),
    first: list.input.cursor === null ? null : address(null),
    next: list.next_cursor === null ? null : address(list.next_cursor),
    rows: list.items.map(({ id, title, start, countries, host_institution, domain, confidence }) => ({
      id,
      title,
      start,
      countries: countryNames(countries),
      host: host_institution,
      domain: termOf('domain', domain).text,
      confidence: termOf('confidence', confidence).text,
    })),
  };
};
