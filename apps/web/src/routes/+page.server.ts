import { dataset } from '#lib/server/caller.ts';
import { partsOf } from '#lib/server/parts.ts';
import { shown } from '#lib/server/language/translate.ts';
import { statisticView } from '#lib/server/statistic-view.ts';
import type { PageServerLoad } from './$types';

const view = (name: string, query = '') => statisticView(name, new URLSearchParams(query));

async function shareOf(attribute: string) {
  const share = await view('share', `attribute=${attribute}`);
  return { ...share, parts: partsOf(share.result) };
}

export const load: PageServerLoad = async () => {
  const [overview, frequency, trend, domains, security, technology] = await Promise.all([
    view('overview'),
    view('frequency'),
    view('trend'),
    view('composition', 'dimension=domain'),
    shareOf('security_related'),
    shareOf('technology_component'),
  ]);
  const { title, description, cautions } = dataset.meta;
  return {
    meta: { title: shown(title), description: shown(description), cautions: cautions.map(shown) },
    overview,
    frequency,
    trend,
    domains,
    security,
    technology,
  };
};
