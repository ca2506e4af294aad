const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&quot;': '"', '&lt;': '<', '&gt;': '>' };

/** Paths of the site that a page leads to or shows, without what is chosen in them. */
export function linksIn(html: string): string[] {
  const found = [...html.matchAll(/\s(?:href|src)="(\/[^"]*)"/g)].map(([, address = '']) =>
    address.replaceAll(/&(amp|quot|lt|gt);/g, (entity) => entities[entity] ?? entity),
  );
  const paths = found.filter((address) => !address.startsWith('//')).map((address) => address.replace(/[?#].*$/, ''));
  // A picture has a page for the frames of other sites, to which no page leads.
  const frames = paths.flatMap((path) => /^(.*\/charts\/[^/.]+)\.svg$/.exec(path)?.[1] ?? []);
  return [...new Set([...paths, ...frames])];
}

/** Paths of the pages that a sitemap lists. */
export function pagesIn(sitemap: string): string[] {
  return [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address = '']) => new URL(address).pathname);
}
