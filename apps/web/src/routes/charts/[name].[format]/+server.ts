import { standaloneChart } from '@govexport/charts/standalone';
import { PictureError, pngOf } from '@govexport/charts/png';
import { escapedCsvText } from '@govexport/schema';
import { error } from '@sveltejs/kit';
import { m } from '#lib/generated/messages.js';
import { dataset } from '#lib/server/caller.ts';
import { chartNamed, type NamedChart } from '#lib/server/pictures/chart-named.ts';
import type { RequestHandler } from './$types';

const makers: Readonly<Record<string, { type: string; make: (chart: NamedChart) => Promise<BodyInit> }>> = {
  svg: { type: 'image/svg+xml', make: ({ picture, size }) => Promise.resolve(standaloneChart({ ...picture, size })) },
  png: { type: 'image/png', make: ({ picture, size }) => pngOf(standaloneChart({ ...picture, size })) },
  csv: {
    type: 'text/csv; charset=utf-8; header=present',
    make: ({ columns, rows }) => Promise.resolve(escapedCsvText({ columns: columns.map((name) => ({ name })), rows })),
  },
};

export const GET: RequestHandler = async ({ params, url }) => {
  const maker = Object.hasOwn(makers, params.format) ? makers[params.format] : undefined;
  if (maker === undefined) error(404, m.error_nothing_here());
  const chart = await chartNamed(params.name, url.searchParams);
  const name = `${params.name}-${dataset.meta.version}.${params.format}`;
  return new Response(await made(maker.make(chart)), {
    headers: {
      'content-type': maker.type,
      'content-disposition': `inline; filename="${name}"`,
      'cache-control': 'public, max-age=300',
      // Other sites may show it; nothing in it runs.
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    },
  });
};

async function made(making: Promise<BodyInit>): Promise<BodyInit> {
  try {
    return await making;
  } catch (thrown) {
    if (thrown instanceof PictureError) error(thrown.later ? 503 : 406, thrown.message);
    throw thrown;
  }
}
