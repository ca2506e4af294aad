import { error } from '@sveltejs/kit';
import { m } from '#lib/generated/messages.js';
import { dataFile } from '#lib/server/data-files.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ params }) => {
  const text = dataFile(params.file);
  if (text === null) error(404, m.error_nothing_here());
  return new Response(text, {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="${params.file}"`,
    },
  });
};
