import { locales, localizeHref } from '#lib/generated/runtime.js';
import { languageTags } from '#lib/languages.ts';
import { settings } from '#lib/server/settings.ts';
import { sitePaths } from '#lib/server/site-paths.ts';
import { xmlText } from '#lib/server/xml-text.ts';
import type { RequestHandler } from './$types';

/** Every page in every language, each with its other languages. */
export const GET: RequestHandler = ({ url }) => {
  const origin = settings.origin ?? url.origin;
  const address = (path: string, locale: (typeof locales)[number]) => xmlText(origin + localizeHref(path, { locale }));
  const entries = sitePaths().flatMap((path) => {
    const others = locales.map(
      (locale) => `<xhtml:link rel="alternate" hreflang="${languageTags[locale]}" href="${address(path, locale)}"/>`,
    );
    return locales.map((locale) => `<url><loc>${address(path, locale)}</loc>${others.join('')}</url>`);
  });
  const body = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...entries,
    '</urlset>',
  ].join('\n');
  return new Response(`${body}\n`, { headers: { 'content-type': 'application/xml' } });
};
