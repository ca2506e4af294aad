import { m } from '#lib/generated/messages.js';
import { dataset } from '#lib/server/caller.ts';
import { releaseSummary } from '#lib/server/release-view.ts';
import { releases } from '#lib/server/releases.ts';
import { settings } from '#lib/server/settings.ts';
import { xmlText } from '#lib/server/xml-text.ts';
import type { RequestHandler } from './$types';

/** The releases of the data as an Atom feed. */
export const GET: RequestHandler = ({ url }) => {
  const origin = settings.origin ?? url.origin;
  // A history holds no dates, and Atom asks for one: the year of publication is all that the dataset tells.
  const updated = `<updated>${dataset.meta.year_published}-01-01T00:00:00Z</updated>`;
  const entries = releases().map((release) => {
    const address = `${origin}/changes#${release.version}`;
    const title = m.changes_version({ version: release.version }, { locale: 'en' });
    return [
      '<entry>',
      `<id>urn:sha256:${release.sha256}</id>`,
      `<title>${xmlText(title)}</title>`,
      updated,
      `<link rel="alternate" type="text/html" href="${xmlText(address)}"/>`,
      `<summary>${xmlText(releaseSummary(release, 'en'))}</summary>`,
      '</entry>',
    ].join('');
  });
  const body = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    `<id>${xmlText(origin)}/changes.xml</id>`,
    `<title>${xmlText(`${dataset.meta.name}: changes of the data`)}</title>`,
    updated,
    `<author><name>${xmlText(dataset.meta.creators.join(', '))}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${xmlText(origin)}/changes.xml"/>`,
    `<link rel="alternate" type="text/html" href="${xmlText(origin)}/changes"/>`,
    ...entries,
    '</feed>',
  ].join('\n');
  return new Response(`${body}\n`, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
};
