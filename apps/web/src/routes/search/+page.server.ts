import { foundPages } from '#lib/server/page-search.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => {
  const words = (url.searchParams.get('q') ?? '').trim();
  return { words, found: foundPages(words) };
};
