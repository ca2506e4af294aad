import { statisticNames } from '@govexport/router';
import { renderMarkdown } from './markdown.ts';

// Read when the site is built, so that it needs no file beside it.
const files = import.meta.glob<string>('../../../../../docs/methods/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const pages = new Map(
  Object.entries(files).map(([path, text]) => [path.replace(/^.*\/(.*)\.md$/, '$1'), renderMarkdown(text)]),
);

/** The method of a statistic as HTML; null where there is no such statistic. */
export function methodPage(name: string): string | null {
  return statisticNames.some((statistic) => statistic === name) ? (pages.get(name) ?? null) : null;
}
