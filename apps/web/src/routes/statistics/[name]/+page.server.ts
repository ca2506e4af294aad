import { partsOf } from '@govexport/charts';
import { catalogue, statisticNamed } from '@govexport/router';
import { redirect } from '@sveltejs/kit';
import { exampleCalls } from '#lib/server/example-calls.ts';
import { formFields } from '#lib/server/form-fields.ts';
import { frameHeights } from '#lib/server/pictures/frame-heights.ts';
import { indicatorProducers } from '#lib/server/indicator-producers.ts';
import { settings } from '#lib/server/settings.ts';
import { statisticView } from '#lib/server/statistic-view.ts';
import { tidyQuery } from '#lib/server/tidy-query.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
  const { result, ...view } = await statisticView(params.name, url.searchParams);
  const { input: schema } = catalogue[statisticNamed(params.name)];
  const tidied = tidyQuery(url, schema);
  if (tidied !== null) redirect(303, tidied);
  const address = view.query === '' ? view.name : `${view.name}?${view.query}`;
  const isCharted = view.drawing !== null || partsOf(result) !== null;
  return {
    view,
    frameHeights: await frameHeights(isCharted ? [address] : []),
    parts: partsOf(result),
    fields: formFields(schema, { given: view.given, resolved: view.input }),
    producers: view.name === 'indicators' ? indicatorProducers() : [],
    calls: exampleCalls(view, settings.apiOrigin),
  };
};
