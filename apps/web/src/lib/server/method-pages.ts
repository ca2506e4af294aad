import { statisticNames } from '@govexport/router';
import { translate } from '@govexport/router/words';
import { getLocale, type Locale } from '../generated/runtime.js';
import { renderMarkdown } from './markdown.ts';

// Read when the site is built, so that it needs no file beside it.
const files = import.meta.glob<string>('../../../../../docs/methods/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const wordings = import.meta.glob<Record<string, string>>('../../../../../docs/methods/*.json', {
  import: 'default',
  eager: true,
});

const nameOf = (path: string) => path.replace(/^.*\/(.*)\.\w+$/, '$1');

/** Every page in English, as its parts: headings, paragraphs and examples. The first heading is that of the page itself. */
export const methodParts: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(files).map(([path, text]) => [
    nameOf(path),
    text
      .trim()
      .split(/\n{2,}/)
      .slice(1),
  ]),
);

/** Parts of the pages in other languages, by their English text. */
export const methodWordings: Readonly<Record<string, Readonly<Record<string, string>>>> = Object.fromEntries(
  Object.entries(wordings).map(([path, texts]) => [nameOf(path), texts]),
);

/** The method of a statistic as HTML; null where there is no such statistic. What is in English only says so. */
export function methodPage(name: string, locale: Locale = getLocale()): string | null {
  const parts = statisticNames.some((statistic) => statistic === name) ? methodParts.get(name) : undefined;
  if (parts === undefined) return null;
  return parts
    .map((part) => {
      const text = partIn(part, locale);
      return text === null ? `<div lang="en">${renderMarkdown(part)}</div>` : renderMarkdown(text);
    })
    .join('');
}

/** A part of a page in another language: questions are the same everywhere, and answers have their own words. */
function partIn(part: string, locale: Locale): string | null {
  if (locale === 'en' || part.startsWith('```json')) return part;
  const [, answer] = /^```text\n(.*)\n```$/s.exec(part) ?? [];
  if (answer === undefined) return methodWordings[locale]?.[part] ?? null;
  const translated = translate(answer, locale);
  return translated === null ? null : `\`\`\`text\n${translated}\n\`\`\``;
}
