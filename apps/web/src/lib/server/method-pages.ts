import { statisticNames } from '@govexport/router';
import { getLocale, type Locale } from '../generated/runtime.js';
import { renderMarkdown } from './markdown.ts';

// Read when the site is built, so that it needs no file beside it.
const files = import.meta.glob<string>('../../../../../docs/methods/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Blocks of a page: headings, paragraphs and examples, without the first heading, which the page of the site shows. */
function blocksOf(name: string, locale: Locale): string[] {
  const text = files[`../../../../../docs/methods/${name}${locale === 'en' ? '' : `.${locale}`}.md`] ?? '';
  return text.trim().split('\n\n').slice(1);
}

/** The method of a statistic as HTML; null where there is no such statistic. A paragraph that is still in English says so. */
export function methodPage(name: string, locale: Locale = getLocale()): string | null {
  if (!statisticNames.some((statistic) => statistic === name)) return null;
  const english = locale === 'en' ? [] : blocksOf(name, 'en').filter((block) => !block.startsWith('```'));
  return blocksOf(name, locale)
    .map((block) => (english.includes(block) ? `<div lang="en">${renderMarkdown(block)}</div>` : renderMarkdown(block)))
    .join('');
}
