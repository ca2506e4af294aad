import { caller } from '#lib/server/caller.ts';
import { comparePairs } from '#lib/server/compare-pairs.ts';
import { frameHeights } from '#lib/server/pictures/frame-heights.ts';
import { viewOf } from '#lib/server/statistic-view.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
  const answer = await caller.statistics.compare({});
  const { finding, tables, summary } = viewOf({ answer, given: {}, query: '' });
  return {
    finding,
    tables,
    summary,
    chart: comparePairs(answer.result),
    frameHeights: await frameHeights(['courses']),
  };
};
