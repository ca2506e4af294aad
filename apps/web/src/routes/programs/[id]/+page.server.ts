import { caller } from '#lib/server/caller.ts';
import { localizeHref } from '#lib/generated/runtime.js';
import { citationForms } from '#lib/server/citation-forms.ts';
import { countryNames, termOf } from '#lib/server/labels.ts';
import { leadToCapitals } from '#lib/server/record-address.ts';
import { orProblemPage } from '#lib/server/problem-page.ts';
import { programSheet } from '#lib/server/program-sheet.ts';
import { sourceCard } from '#lib/server/source-card.ts';
import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
  leadToCapitals('programs', params.id);
  const { program, sources, dataset, alias } = await orProblemPage(() => caller.programs.get({ id: params.id }));
  // A merged record has one address: that of the record which holds its content.
  if (alias !== null) redirect(301, localizeHref(`/programs/${program.id}`));
  const { id, title, description, start, countries, recommended_for_aggregates: recommended } = program;
  return {
    dataset,
    program: { id, title, description, start, countries: countryNames(countries), recommended },
    exclusions: program.exclusion_reasons.map((reason) => termOf('exclusion_reason', reason)),
    groups: programSheet(program),
    sources: sources.map(sourceCard),
    citation: await citationForms((style) => caller.citations.record({ id, style })),
  };
};
