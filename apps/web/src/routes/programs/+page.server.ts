import { decodeQuery, encodeQuery } from '@govexport/router';
import { redirect } from '@sveltejs/kit';
import { localizeHref } from '#lib/generated/runtime.js';
import { caller } from '#lib/server/caller.ts';
import { citationForms } from '#lib/server/citation-forms.ts';
import { countryNames, termOf } from '#lib/server/labels.ts';
import { orProblemPage } from '#lib/server/problem-page.ts';
import { programFields, programInput, sortLabel } from '#lib/server/program-fields.ts';
import { wordsFound } from '#lib/server/words-found.ts';
import { readable, tidyQuery } from '#lib/server/tidy-query.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url }) => {
  const given = decodeQuery(programInput, url.searchParams);
  const list = await orProblemPage(() => caller.programs.list(given));
  const tidied = tidyQuery(url, programInput);
  if (tidied !== null) redirect(303, tidied);
  const paging = ['limit', 'sort', 'cursor', 'total'];
  const chosen = Object.fromEntries(Object.entries(given).filter(([name]) => !paging.includes(name)));
  const { facets } = await caller.programs.facets(chosen);
  const address = (cursor: string | null) => {
    const query = readable(encodeQuery(programInput, { ...given, cursor }));
    return localizeHref(query === '' ? '/programs' : `/programs?${query}`);
  };
  return {
    total: list.total ?? list.items.length,
    input: list.input,
    sorted: list.input.sort.map((key) => sortLabel(key).toLowerCase()).join(', '),
    // A search keeps what is chosen and begins at the first page.
    kept: encodeQuery(programInput, { ...given, q: null, cursor: null }),
    chosen: Object.keys(given).filter((name) => name !== 'cursor'),
    // Choosing anew begins at the first page.
    citation: await citationForms((style) =>
      caller.citations.view({ query: new URLSearchParams(encodeQuery(programInput, chosen)).toString(), style }),
    ),
    fields: programFields({ given, resolved: list.input }, facets),
    first: list.input.cursor === null ? null : address(null),
    next: list.next_cursor === null ? null : address(list.next_cursor),
    rows: list.items.map(({ id, title, start, countries, host_institution, domain, confidence }, place) => ({
      id,
      title,
      start,
      countries: countryNames(countries),
      host: host_institution,
      domain: termOf('domain', domain).text,
      confidence: termOf('confidence', confidence).text,
      found: wordsFound(list.matches[place] ?? []),
    })),
  };
};
