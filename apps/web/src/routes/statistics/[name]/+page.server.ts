import { partsOf } from '@govexport/charts';
import { catalogue, operationNamed, snippetsOf, statisticNamed } from '@govexport/router';
import { redirect } from '@sveltejs/kit';
import { formFields } from '#lib/server/form-fields.ts';
import { indicatorProducers } from '#lib/server/indicator-producers.ts';
import { frameHeight } from '#lib/server/pictures/frame-heights.ts';
import { statisticChart } from '#lib/server/pictures/statistic-chart.ts';
import { orProblemPage } from '#lib/server/problem-page.ts';
import { settings } from '#lib/server/settings.ts';
import { answerOf, viewOf } from '#lib/server/statistic-view.ts';
import { tidyQuery } from '#lib/server/tidy-query.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
  const statistic = await orProblemPage(() => Promise.resolve(statisticNamed(params.name)));
  const { input: schema } = catalogue[statistic];
  const tidied = tidyQuery(url, schema);
  if (tidied !== null) redirect(303, tidied);
  const answered = await answerOf(statistic, url.searchParams);
  const { result, ...view } = viewOf(answered);
  const { given, query } = answered;
  const address = query === '' ? statistic : `${statistic}?${query}`;
  const chart = statisticChart(answered);
  return {
    view,
    frameHeights: chart === null ? {} : { [address]: frameHeight(chart) },
    parts: partsOf(result),
    fields: formFields(schema, { given, resolved: view.input }),
    producers: statistic === 'indicators' ? indicatorProducers() : [],
    json: `/statistics/${statistic}.json${query === '' ? '' : `?${query}`}`,
    snippets: snippetsOf(operationNamed(`statistics.${statistic}`), given, { origin: settings.apiOrigin }),
  };
};
