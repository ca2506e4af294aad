import { caller } from '#lib/server/caller.ts';
import { comparePairs } from '#lib/server/compare-pairs.ts';
import { frameHeights } from '#lib/server/pictures/frame-heights.ts';
import { statisticView } from '#lib/server/statistic-view.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
  const [{ finding, tables, summary }, { result }] = await Promise.all([
    statisticView('compare', new URLSearchParams()),
    caller.statistics.compare({}),
  ]);
  return { finding, tables, summary, chart: comparePairs(result), frameHeights: await frameHeights(['courses']) };
};
