import { partsOf } from '@govexport/charts';
import { error, redirect } from '@sveltejs/kit';
import { m } from '#lib/generated/messages.js';
import { localizeHref } from '#lib/generated/runtime.js';
import { aidReleases } from '#lib/server/aid-releases.ts';
import { caller } from '#lib/server/caller.ts';
import { countryMeant } from '#lib/server/country-meant.ts';
import { termLabel } from '#lib/server/labels.ts';
import { ladderOf } from '#lib/server/ladder.ts';
import { frameHeights } from '#lib/server/pictures/frame-heights.ts';
import { statisticView } from '#lib/server/statistic-view.ts';
import type { ShownTable } from '#lib/table.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
  const code = countryMeant(params.code);
  if (code === undefined) error(404, m.error_nothing_here());
  if (code !== params.code) redirect(308, localizeHref(`/countries/${code}`));
  const own = `countries=${code}`;
  const view = (name: string, rest = '') => statisticView(name, new URLSearchParams(rest + own));
  const [overview, frequency, domains, security, transfers, adoptions, indicators, compare, partnerships, steps] =
    await Promise.all([
      view('overview'),
      view('frequency'),
      view('composition', 'dimension=domain&'),
      view('share', 'attribute=security_related&'),
      view('transfers'),
      view('adoptions'),
      view('indicators'),
      view('compare'),
      view('partnerships'),
      caller.statistics.partnerships({ countries: [code] }),
    ]);
  const charts = [
    ...[frequency, transfers, adoptions].flatMap(({ name, drawing }) => (drawing === null ? [] : [`${name}?${own}`])),
    ...(domains.drawing === null ? [] : [`composition?dimension=domain&${own}`]),
    ...[`share?attribute=security_related&${own}`, `partnership_levels?${own}`],
  ];
  return {
    code,
    frameHeights: await frameHeights(charts),
    name: termLabel('recipient_country', code),
    ...{ overview, frequency, domains, transfers, adoptions, compare, partnerships },
    // The state is that of the page, and the scales stand with the statistic.
    indicators: { ...indicators, tables: indicators.tables.map(withoutStateAndScale) },
    security: { ...security, parts: partsOf(security.result) },
    ladder: ladderOf(steps.result),
    aid: aidReleases(code),
  };
};

function withoutStateAndScale(table: ShownTable): ShownTable {
  return { ...table, columns: table.columns.filter(({ key }) => key !== 'country' && key !== 'unit') };
}
