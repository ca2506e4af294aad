import { canonicalJson } from '@govexport/schema';
import { answerOf } from '#lib/server/statistic-view.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, url }) => {
  const { answer } = await answerOf(params.name, url.searchParams);
  return new Response(canonicalJson(answer), { headers: { 'content-type': 'application/json' } });
};
