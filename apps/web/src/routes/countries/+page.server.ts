import { writeDate } from '#lib/dates.ts';
import { caller, dataset } from '#lib/server/caller.ts';
import { domainFlows } from '#lib/server/domain-flows.ts';
import { termLabel } from '#lib/server/labels.ts';
import { ladderOf } from '#lib/server/ladder.ts';
import { frameHeights } from '#lib/server/pictures/frame-heights.ts';
import { statisticView } from '#lib/server/statistic-view.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
  const [overview, partnerships, partnershipsView] = await Promise.all([
    caller.statistics.overview({}),
    caller.statistics.partnerships({}),
    statisticView('partnerships', new URLSearchParams()),
  ]);
  const countries = await Promise.all(
    dataset.meta.recipients.map(async (code) => {
      const { finding } = await statisticView('overview', new URLSearchParams({ countries: code }));
      const at = partnerships.result.countries.find(({ country }) => country === code);
      return {
        code,
        name: termLabel('recipient_country', code),
        finding,
        level: at?.level ? termLabel('partnership_level', at.level) : null,
        since: at?.since ? writeDate(at.since) : null,
      };
    }),
  );
  return {
    programs: overview.result.n,
    date: partnerships.result.date === null ? '' : writeDate(partnerships.result.date),
    countries,
    ladder: ladderOf(partnerships.result),
    ladderFinding: partnershipsView.finding,
    flows: await domainFlows(),
    frameHeights: await frameHeights(['domains_and_states', 'partnership_levels']),
  };
};
