import { error } from '@sveltejs/kit';
import { m } from '#lib/generated/messages.js';
import { csvResponse, dataFile } from '#lib/server/data-files.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ params, url }) => {
  const text = dataFile(params.file);
  if (text === null) error(404, m.error_nothing_here());
  return csvResponse(text, params.file, url);
};
