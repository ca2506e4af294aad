import { caller } from '#lib/server/caller.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
  const { meta, programs, sources, dataset } = await caller.meta();
  return { meta, programs, sources, identity: dataset };
};
