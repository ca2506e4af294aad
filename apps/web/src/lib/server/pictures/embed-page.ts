import { pictureLayout, standaloneChart } from '@govexport/charts/standalone';
import { getLocale, localizeHref } from '../../generated/runtime.js';
import { languageTags } from '../../languages.ts';
import type { TakenChart } from './taken-chart.ts';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string) => text.replaceAll(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

/** A page for a frame: the chart, wide or narrow as the frame is, leading to its page. It needs no script. */
export function embedPage({ picture, page }: TakenChart, image: { wide: string; narrow: string }): string {
  const description = /<desc[^>]*>([^<]*)</.exec(standaloneChart(picture))?.[1] ?? '';
  return `<!doctype html>
<html lang="${languageTags[getLocale()]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<title>${escape(picture.title)}</title>
<link rel="canonical" href="${escape(localizeHref(page))}">
<link rel="stylesheet" href="/embed.css">
</head>
<body>
<main>
<a href="${escape(localizeHref(page))}" target="_top"><picture>
<source media="(max-width: 34rem)" srcset="${escape(image.narrow)}">
<img${isLong(picture) ? ' class="long"' : ''} src="${escape(image.wide)}" alt="${escape(picture.title)} ${description.replaceAll('"', '&quot;')}">
</picture></a>
</main>
</body>
</html>
`;
}

/** The least part of its size at which the letters of a narrow picture are read. */
const smallest = 0.66;

/** Whether the narrow picture would be too small in a frame of the height that the wide one asks for. */
function isLong(picture: TakenChart['picture']): boolean {
  const [wide, narrow] = (['wide', 'narrow'] as const).map((size) => pictureLayout({ ...picture, size }).height);
  return (narrow ?? 0) * smallest > (wide ?? 0);
}
