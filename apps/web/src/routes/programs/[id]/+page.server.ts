import { caller } from '#lib/server/caller.ts';
import { citationForms } from '#lib/server/citation-forms.ts';
import { countryNames, termOf } from '#lib/server/labels.ts';
import { leadToRecord } from '#lib/server/lead-to-record.ts';
import { orProblemPage } from '#lib/server/problem-page.ts';
import { programSheet } from '#lib/server/program-sheet.ts';
import { provenanceView } from '#lib/server/provenance-view.ts';
import { sourceCard } from '#lib/server/source-card.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
  leadToRecord('programs', params.id);
  const { program, sources, dataset } = await orProblemPage(() => caller.programs.get({ id: params.id }));
  const { id, title, description, start, countries, recommended_for_aggregates: recommended } = program;
  return {
    dataset,
    program: { id, title, description, start, countries: countryNames(countries), recommended },
    exclusions: program.exclusion_reasons.map((reason) => termOf('exclusion_reason', reason)),
    groups: programSheet(program),
    sources: sources.map(sourceCard),
    provenance: await provenanceView(id),
    citation: await citationForms((style) => caller.citations.record({ id, style })),
  };
};
