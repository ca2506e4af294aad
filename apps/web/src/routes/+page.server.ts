import { partsOf } from '@govexport/charts';
import { offeredStatistics } from '@govexport/router';
import { m } from '#lib/generated/messages.js';
import { caller, dataset } from '#lib/server/caller.ts';
import { homeTitle } from '#lib/server/home-title.ts';
import { hostMap } from '#lib/server/host-map.ts';
import { jsonLd } from '#lib/server/json-ld.ts';
import { ladderOf } from '#lib/server/ladder.ts';
import { frameHeights } from '#lib/server/pictures/frame-heights.ts';
import { shown } from '#lib/server/language/translate.ts';
import { releaseSummary } from '#lib/server/release-view.ts';
import { releases } from '#lib/server/releases.ts';
import { settings } from '#lib/server/settings.ts';
import { statisticView } from '#lib/server/statistic-view.ts';
import { timelineOf } from '#lib/server/timeline.ts';
import type { PageServerLoad } from './$types';

const offersClaims = offeredStatistics(dataset).includes('claims');

const view = (name: string, query = '') => statisticView(name, new URLSearchParams(query));

const charts = [
  ...['timeline', 'frequency', 'trend', 'composition?dimension=domain', 'host_cities', 'partnership_levels'],
  ...['share?attribute=security_related', 'share?attribute=technology_component'],
];

async function shareOf(attribute: string) {
  const share = await view('share', `attribute=${attribute}`);
  return { ...share, parts: partsOf(share.result) };
}

export const load: PageServerLoad = async () => {
  const [overview, frequency, trend, domains, security, technology, hosts, partnerships, claims] = await Promise.all([
    view('overview'),
    view('frequency'),
    view('trend'),
    view('composition', 'dimension=domain'),
    shareOf('security_related'),
    shareOf('technology_component'),
    view('composition', 'dimension=host_city'),
    view('partnerships'),
    offersClaims ? view('claims') : null,
  ]);
  const { title, description, cautions } = dataset.meta;
  const isPublished = settings.datasetFolder === undefined;
  const [latest] = releases();
  return {
    headline: homeTitle((await caller.statistics.trend({})).result),
    // What the published records are is known here; a dataset of one's own tells it itself.
    lead: isPublished ? { text: m.home_lead(), lang: null } : shown(description),
    meta: { title: shown(title), description: shown(description), cautions: cautions.map(shown) },
    overview,
    frequency,
    trend,
    domains,
    security,
    technology,
    hosts: { ...hosts, map: await hostMap() },
    partnerships:
      dataset.partnerships.length === 0
        ? null
        : { ...partnerships, ladder: ladderOf((await caller.statistics.partnerships({})).result) },
    claims,
    timeline: await timelineOf(),
    release: latest === undefined ? null : { version: latest.version, summary: releaseSummary(latest) },
    jsonLd: jsonLd(),
    frameHeights: await frameHeights(charts),
  };
};
