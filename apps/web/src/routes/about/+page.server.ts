import { caller } from '#lib/server/caller.ts';
import { shown } from '#lib/server/language/translate.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
  const { meta, programs, sources, dataset } = await caller.meta();
  const texts = { description: shown(meta.description), cautions: meta.cautions.map(shown) };
  return { meta, texts, programs, sources, identity: dataset };
};
