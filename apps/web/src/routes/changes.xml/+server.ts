import { m } from '#lib/generated/messages.js';
import { dataset } from '#lib/server/caller.ts';
import { releaseSummary } from '#lib/server/release-view.ts';
import { releases } from '#lib/server/releases.ts';
import { settings } from '#lib/server/settings.ts';
import { xmlText } from '#lib/server/xml-text.ts';
import { changesToMake, type Release } from '@govexport/schema';
import type { RequestHandler } from './$types';

/** A release in English, as the HTML that a feed carries: its summary, what to change, and each reason once. */
function contentOf(release: Release): string {
  const { previous, schema, corrected } = release;
  const list = (title: string, sentences: readonly string[]) =>
    sentences.length === 0
      ? ''
      : `<h3>${xmlText(title)}</h3><ul>${sentences.map((one) => `<li>${xmlText(one)}</li>`).join('')}</ul>`;
  const records = new Map<string, Set<string>>();
  for (const { record, reason } of corrected) {
    if (reason !== null) records.set(reason, (records.get(reason) ?? new Set()).add(record));
  }
  return [
    `<p>${xmlText(releaseSummary(release, 'en'))}</p>`,
    list(m.changes_to_do({ previous: previous ?? '' }, { locale: 'en' }), changesToMake(schema)),
    list(
      m.changes_corrected({}, { locale: 'en' }),
      [...records].map(([reason, of]) => `${[...of].join(', ')}: ${reason}`),
    ),
  ].join('');
}

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
      `<content type="html">${xmlText(contentOf(release))}</content>`,
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
