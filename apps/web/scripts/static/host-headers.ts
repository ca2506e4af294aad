/** What a page tells by its headers, and who may frame it. */
const told = [
  'x-content-type-options',
  'referrer-policy',
  'permissions-policy',
  'cross-origin-opener-policy',
  'speculation-rules',
];

/**
 * The file `_headers`, which several static hosts read. Rules of one address add up there, so that what only pages may
 * not do (stand in a frame) is said page by page and never for the charts.
 */
export function hostHeaders(home: Headers, paths: readonly string[]): string {
  const everywhere = told.flatMap((name) => (home.has(name) ? [`  ${name}: ${home.get(name) ?? ''}`] : []));
  const policy = `  content-security-policy: ${home.get('content-security-policy') ?? ''}`;
  const pages = paths.filter((path) => !/\.|^(\/[a-z]{2})?\/charts\//.test(path));
  const places = [...new Set(pages.map(placeOf))].sort();
  return [
    ['/*', ...everywhere],
    ...places.map((place) => [place, policy]),
    ['/_app/immutable/*', '  cache-control: public, max-age=31536000, immutable'],
    ...['', '/ru', '/zh'].map((language) => [`${language}/charts/*`, '  access-control-allow-origin: *']),
  ]
    .map((rule) => `${rule.join('\n')}\n`)
    .join('\n');
}

/** The part of the site that a page belongs to. */
function placeOf(path: string): string {
  const [, language = '', part = ''] = /^(\/[a-z]{2}(?=\/|$))?\/?([^/]*)/.exec(path) ?? [];
  return part === '' ? `${language}/` : `${language}/${part}/*`;
}
