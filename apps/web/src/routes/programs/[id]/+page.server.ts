import { tables } from '@govexport/schema';
import { caller } from '#lib/server/caller.ts';
import { citationForms } from '#lib/server/citation-forms.ts';
import { countryNames, termOf } from '#lib/server/labels.ts';
import { leadToRecord } from '#lib/server/lead-to-record.ts';
import { orProblemPage } from '#lib/server/problem-page.ts';
import { provenanceView } from '#lib/server/provenance-view.ts';
import { recordGroups, sheetSource } from '#lib/server/record-fields.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
  leadToRecord('programs', params.id);
  const { program, sources, dataset } = await orProblemPage(() => caller.programs.get({ id: params.id }));
  const { id, title, description, start, countries, recommended_for_aggregates: recommended } = program;
  return {
    dataset,
    program: { id, title, description, start, countries: countryNames(countries), recommended },
    exclusions: program.exclusion_reasons.map((reason) => termOf('exclusion_reason', reason)),
    groups: recordGroups(tables[0], program),
    sources: sources.map(sheetSource),
    provenance: await provenanceView(id),
    citation: await citationForms((style) => caller.citations.record({ id, style })),
  };
};
