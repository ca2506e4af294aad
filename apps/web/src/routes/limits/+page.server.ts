import { dataset } from '#lib/server/caller.ts';
import { frameHeights } from '#lib/server/pictures/frame-heights.ts';
import { shown } from '#lib/server/language/translate.ts';
import { statisticView } from '#lib/server/statistic-view.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
  const view = (name: string) => statisticView(name, new URLSearchParams());
  const [coverage, overview, reliability, sensitivity] = await Promise.all(
    ['coverage', 'overview', 'reliability', 'sensitivity'].map(view),
  );
  const heights = await frameHeights(['coverage', 'reliability', 'sensitivity']);
  return {
    cautions: dataset.meta.cautions.map(shown),
    coverage,
    overview,
    reliability,
    sensitivity,
    frameHeights: heights,
  };
};
